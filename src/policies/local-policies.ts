import { existsSync } from 'node:fs';
import type { DataSource } from 'typeorm';
import { canonicalJson } from '../common/canonical-json.js';
import { recordInAuditLog } from '../audit/audit-log.js';
import { witnessed } from '../audit/rows/witnessed.js';
import type { Policy } from '../domain/policy.js';
import { policyChanged, policyNameTaken } from './errors.js';
import { LocalPolicy } from './local-policy.entity.js';
import { readPolicies } from './policies.js';

/**
 * Takes in what lies in the folder, each version once and for ever, and into the audit log. A version that is known must
 * not read otherwise now: scores rest on it.
 * @param shipped names that are taken
 * @returns the newest version of each policy that was ever taken in, whether or not its file is still there
 * @throws DomainError `policy-invalid`, `policy-changed`
 */
export async function keepLocalPolicies(
  dataSource: DataSource,
  folder: string,
  shipped: readonly string[],
): Promise<Policy[]> {
  const found = existsSync(folder) ? [...readPolicies(folder).values()] : [];
  for (const policy of found) {
    if (shipped.includes(policy.name)) throw policyNameTaken(policy);
    await keep(dataSource, policy);
  }
  const kept = await dataSource.manager.find(LocalPolicy, { order: { name: 'ASC', version: 'ASC' } });
  return [...new Map(kept.map(({ name, policy }) => [name, policy])).values()];
}

/** Replicas that start at once take a version in once. */
async function keep(dataSource: DataSource, policy: Policy): Promise<void> {
  const { name } = policy;
  const version = Number(policy.version);
  await dataSource.transaction(async (manager) => {
    const { result: added, covers } = await witnessed(manager, { local_policy: [name] }, () =>
      manager.query<unknown[]>(
        `INSERT INTO local_policy (name, version, policy, added_at) VALUES ($1, $2, $3, now())
         ON CONFLICT DO NOTHING RETURNING name`,
        [name, version, JSON.stringify(policy)],
      ),
    );
    const known = await manager.findOneByOrFail(LocalPolicy, { name, version });
    if (canonicalJson(known.policy) !== canonicalJson(policy)) throw policyChanged(policy);
    if (added.length > 0)
      await recordInAuditLog(manager, {
        action: 'policy.added',
        subjectType: 'policy',
        subjectId: `${name} ${policy.version}`,
        after: policy,
        reason: policy.source,
        covers,
      });
  });
}
