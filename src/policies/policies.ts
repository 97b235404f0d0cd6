import { readdirSync, readFileSync } from 'node:fs';
import { DomainError } from '../domain/domain-error.js';
import type { Policy } from '../domain/policy.js';
import { fromProjectRoot } from '../common/project-root.js';
import { policyProblems } from './policy-check.js';

export type Policies = ReadonlyMap<string, Policy>;

const FOLDER = fromProjectRoot('policies');
const SCHEMA = 'policy.schema.json';

/** The scoring policies of `policies/*.json`, each checked. */
export function readPolicies(folder = FOLDER): Policies {
  const names = readdirSync(folder).filter((name) => name.endsWith('.json') && name !== SCHEMA);
  return new Map(
    names.map((name) => {
      const policy = JSON.parse(readFileSync(`${folder}/${name}`, 'utf8')) as Policy;
      const problems = policyProblems(policy);
      if (problems.length === 0) return [policy.name, policy];
      const said = (language: 'zh' | 'en') => problems.map(({ pointer, message }) => `${pointer} ${message[language]}`);
      throw new DomainError('unfit', 'policy-invalid', {
        zh: `评分政策 ${name} 有误：${said('zh').join('；')}`,
        en: `Policy ${name} is wrong: ${said('en').join('; ')}`,
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
  throw new DomainError('unfit', 'policy-unknown', messages, [
    { code: 'policy-unknown', pointer: '/policy', message: messages },
  ]);
}
