import type { Replay } from '../../src/reports/report-replay.service.js';
import { PoliciesService } from '../../src/policies/policies.service.js';
import { DepartmentFactory } from '../factories/department.factory.js';
import { EntryFactory } from '../factories/entry.factory.js';
import { IndicatorFactory } from '../factories/indicator.factory.js';
import { SheetFactory } from '../factories/sheet.factory.js';
import { TestApp } from '../support/test-app.js';

describe('a past report', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await TestApp.start();
  });
  afterAll(() => app.close());
  beforeEach(() => app.clear());

  async function issued() {
    const department = await DepartmentFactory.new().insert(app.manager);
    const rows = [IndicatorFactory.new(), IndicatorFactory.ratio(), IndicatorFactory.qualitative().dueIn(12)];
    const { indicatorIds } = await SheetFactory.of(department)
      .indicators(...rows)
      .insert(app.manager);
    const [count, ratio] = indicatorIds;
    await EntryFactory.of(count!, '2026-01').value('7.50').insert(app.manager);
    await EntryFactory.of(ratio!, '2026-01').cases('2', '3').insert(app.manager);
    const body = { departmentId: department.id, month: '2026-01' };
    const report = await app.request<{ id: string; hash: string }>('POST', '/reports', { body });
    return { ...report.body, count: count! };
  }

  const replay = (id: string) => app.read<Replay>(`/reports/${id}/replay`);

  it('is computed again to the last byte, though entries, targets and rules have changed since', async () => {
    const { id, hash, count } = await issued();
    await EntryFactory.of(count, '2026-02').value('30').insert(app.manager);
    await app.manager.query(`UPDATE progress_entry SET value = 1 WHERE value = 7.5`);
    await app.manager.query('UPDATE indicator SET target = 1, weight = 1');
    const policy = app.get(PoliciesService).get('national-2020') as { lights: object };
    const { lights } = policy;
    policy.lights = { green: '0.2', amber: '0.1' }; // as a new version of the policy would
    expect(await replay(id)).toMatchObject({ identical: true, hash, replayedHash: hash, differences: [] });
    policy.lights = lights;
  });

  it('is not the same when what it was computed from was tampered with', async () => {
    const { id } = await issued();
    await app.manager.query(
      `UPDATE score_snapshot SET facts = jsonb_set(facts, '{indicators,0,statistics,sum}', '"9"')`,
    );
    const { identical, outcome, differences } = await replay(id);
    expect(identical).toBe(false);
    expect(outcome).toMatch(/有 \d+ 处不同/);
    expect(differences).toContainEqual(expect.objectContaining({ what: '实际完成值', before: '7.5次', after: '9次' }));
  });

  it('whose content was altered says so, and where to turn', async () => {
    const { id } = await issued();
    expect((await replay(id)).intact).toBe(true);
    await app.manager.transaction(async (manager) => {
      await manager.query('SET LOCAL session_replication_role = replica'); // past the trigger that forbids it
      await manager.query(`UPDATE report SET content = jsonb_set(content, '{name}', '"别的部门"') WHERE id = $1`, [id]);
    });
    const { intact, outcome } = await replay(id);
    expect(intact).toBe(false);
    expect(outcome).toContain('被改动过');
  });
});
