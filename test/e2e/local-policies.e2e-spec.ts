import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { Policy } from '../../src/domain/policy.js';
import { keepLocalPolicies } from '../../src/policies/local-policies.js';
import { readPolicies } from '../../src/policies/policies.js';
import { PoliciesService } from '../../src/policies/policies.service.js';
import { DepartmentFactory } from '../factories/department.factory.js';
import { EntryFactory } from '../factories/entry.factory.js';
import { SheetFactory } from '../factories/sheet.factory.js';
import { ifMatch, TestApp } from '../support/test-app.js';

const STRICT = readPolicies().get('local-strict')!;
const OWN: Policy = { ...STRICT, name: 'our-county', source: '县级绩效评价办法' };
const DEDUCTS_FIVE: Policy = { ...OWN, version: '2', deviation: { ...OWN.deviation, points: '5' } };

describe('policies of the installation', () => {
  let app: TestApp;
  let folder: string;
  beforeAll(async () => {
    app = await TestApp.start();
    folder = path.join(app.dataFolder, 'policies');
  });
  afterAll(() => app.close());
  beforeEach(async () => {
    await app.manager.query('DELETE FROM local_policy');
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder);
  });

  const lay = (...policies: object[]) => {
    for (const [place, policy] of policies.entries())
      writeFileSync(path.join(folder, `${place}.json`), JSON.stringify(policy));
  };
  const start = () => app.get(PoliciesService).onModuleInit();
  const added = (): Promise<object[]> =>
    app.manager.query(`SELECT subject_id FROM audit_event WHERE action = 'policy.added'`);

  it('are taken in at the start, once, with a line in the audit log, and can be assigned to a sheet', async () => {
    const before = (await added()).length;
    lay(OWN);
    await start();
    await start();
    expect((await added()).length - before).toBe(1);
    const { items } = await app.read<{ items: Policy[] }>('/policies');
    expect(items.map(({ name }) => name)).toEqual(['local-strict', 'national-2020', 'our-county']);

    const department = await DepartmentFactory.new().insert(app.manager);
    const { sheet, indicatorIds } = await SheetFactory.of(department).insert(app.manager);
    await EntryFactory.of(indicatorIds[0]!, '2026-01').value('90').insert(app.manager);
    const raw = async () => (await app.read<{ raw: string }>(`/target-sheets/${sheet.id}/score?asOf=2026-01`)).raw;
    const body = { policy: 'our-county', reason: '县级办法' };
    const assigned = await app.request('PUT', `/target-sheets/${sheet.id}/policy`, { body, headers: ifMatch(1) });
    expect([assigned.status, await raw()]).toEqual([200, '88.00']); // 2 points for exceeding the target by half

    const report = await app.request<{ id: string; hash: string }>('POST', '/reports', {
      body: { departmentId: department.id, month: '2026-01' },
    });
    lay(DEDUCTS_FIVE);
    await start();
    expect(await raw()).toBe('85.00');
    const { id, hash } = report.body;
    expect(await app.read(`/reports/${id}/replay`)).toMatchObject({ identical: true, hash, replayedHash: hash });
  });

  it('hold although their file has gone, but never change', async () => {
    lay(OWN);
    await start();
    rmSync(path.join(folder, '0.json'));
    await start();
    expect(app.get(PoliciesService).get('our-county')).toMatchObject({ version: '1' });
    lay({ ...OWN, deviation: DEDUCTS_FIVE.deviation });
    await expect(start()).rejects.toMatchObject({ code: 'policy-changed' });
  });

  it.each([
    ['with the name of a shipped one', STRICT],
    ['that do not fit the schema', { ...OWN, bonus: '1' }],
    ['without sense', { ...OWN, lights: { green: '0.8', amber: '0.9' } }],
  ])('%s keep the service from starting, and say why', async (_, policy) => {
    lay(policy);
    await expect(start()).rejects.toMatchObject({ code: 'policy-invalid' });
    expect(await app.count('local_policy')).toBe(0);
  });

  it('that two replicas take in at once are taken in once', async () => {
    const other = mkdtempSync(path.join(os.tmpdir(), 'jixiao-policies-'));
    writeFileSync(path.join(other, 'own.json'), JSON.stringify(OWN));
    const before = (await added()).length;
    const { dataSource } = app.manager;
    await Promise.all(Array.from({ length: 3 }, () => keepLocalPolicies(dataSource, other, [])));
    expect([await app.count('local_policy'), (await added()).length - before]).toEqual([1, 1]);
    rmSync(other, { recursive: true });
  });
});
