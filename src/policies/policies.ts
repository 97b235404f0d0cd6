import { readdirSync, readFileSync } from 'node:fs';
import type { Policy } from '../domain/policy.js';
import { fromProjectRoot } from '../common/project-root.js';
import { policyInvalid, policyUnknown } from './errors.js';
import { policyProblems } from './policy-check.js';

export type Policies = ReadonlyMap<string, Policy>;

const FOLDER = fromProjectRoot('policies');
const SCHEMA = 'policy.schema.json';

/** The scoring policies of `policies/*.json`, each checked. */
export function readPolicies(folder = FOLDER): Policies {
  const names = readdirSync(folder).filter((name) => name.endsWith('.json') && name !== SCHEMA);
  return new Map(
    names.map((name) => {
      const policy = checkedPolicy(JSON.parse(readFileSync(`${folder}/${name}`, 'utf8')), name);
      return [policy.name, policy];
    }),
  );
}

/** @param name what it is called where it is wrong. @throws DomainError `policy-invalid`, with every place */
export function checkedPolicy(policy: unknown, name: string): Policy {
  const problems = policyProblems(policy);
  if (problems.length > 0) throw policyInvalid(name, problems);
  return policy as Policy;
}

/** @throws DomainError `policy-unknown` that names the policies there are. */
export function policyNamed(policies: Policies, name: string): Policy {
  const policy = policies.get(name);
  if (policy) return policy;
  throw policyUnknown(name, [...policies.keys()]);
}
