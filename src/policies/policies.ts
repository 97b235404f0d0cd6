import { readdirSync, readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import { DomainError } from '../domain/domain-error.js';
import type { Policy } from '../domain/policy.js';
import { fromProjectRoot } from '../common/project-root.js';

export type Policies = ReadonlyMap<string, Policy>;

const FOLDER = fromProjectRoot('policies');
const SCHEMA = 'policy.schema.json';

/** The scoring policies of `policies/*.json`, each checked against the schema. */
export function readPolicies(folder = FOLDER): Policies {
  const validate = new Ajv({ allErrors: true, strict: true, strictRequired: false }).compile<Policy>(
    read(folder, SCHEMA),
  );
  const names = readdirSync(folder).filter((name) => name.endsWith('.json') && name !== SCHEMA);
  return new Map(
    names.map((name) => {
      const policy: unknown = read(folder, name);
      if (validate(policy)) return [policy.name, policy];
      const problems = (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message ?? ''}`);
      throw new DomainError('policy-invalid', {
        zh: `评分政策 ${name} 有误：${problems.join('；')}`,
        en: `Policy ${name} is wrong: ${problems.join('; ')}`,
      });
    }),
  );
}

/** @throws DomainError `policy-unknown` that names the policies there are. */
export function policyNamed(policies: Policies, name: string): Policy {
  const policy = policies.get(name);
  if (policy) return policy;
  const known = [...policies.keys()].join(', ');
  const said = name.slice(0, 60);
  const messages = {
    zh: `没有评分政策“${said}”，现有：${known}。`,
    en: `There is no policy “${said}”; there are: ${known}.`,
  };
  throw new DomainError('policy-unknown', messages, [
    { code: 'policy-unknown', pointer: '/policy', message: messages },
  ]);
}

function read(folder: string, name: string): Record<string, unknown> {
  return JSON.parse(readFileSync(`${folder}/${name}`, 'utf8')) as Record<string, unknown>;
}
