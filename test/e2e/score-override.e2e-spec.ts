import { RescoringService } from '../../src/scoring/stored/rescoring.service.js';
import type { Department } from '../../src/organisation/department.entity.js';
import { DepartmentFactory } from '../factories/department.factory.js';
import { EntryFactory } from '../factories/entry.factory.js';
import { SheetFactory } from '../factories/sheet.factory.js';
import { UserFactory } from '../factories/user.factory.js';
import { IF_NONE, ifMatch, TestApp } from '../support/test-app.js';

const REASON = '外部因素，经复核调整';

describe('points that a reviewer gives', () => {
  let app: TestApp;
  let department: Department;
  let sheetId: string;
  let place: string;
  beforeAll(async () => {
    app = await TestApp.start();
  });
  afterAll(() => app.close());
  beforeEach(async () => {
    await app.clear();
    department = await DepartmentFactory.new().insert(app.manager);
    const { sheet, indicatorIds } = await SheetFactory.of(department).insert(app.manager);
    await EntryFactory.of(indicatorIds[0]!, '2026-03').value('30').insert(app.manager);
    sheetId = sheet.id;
    place = `/indicators/${indicatorIds[0]!}/score-override`;
  });

  const score = (asOf: string) => app.read<{ indicators: object[] }>(`/target-sheets/${sheetId}/score?asOf=${asOf}`);
  const give = (body: object, headers = IF_NONE) =>
    app.request('PUT', place, { body: { score: '80', fromMonth: '2026-05', reason: REASON, ...body }, headers });

  it('count from their month on, with the formula’s beside them in table, totals and sentence', async () => {
    await app.read('/scores?asOf=2026-05');
    expect(await give({})).toMatchObject({ status: 200, headers: { etag: '"1"' } });
    expect(await score('2026-04')).toMatchObject({ raw: '45.00', indicators: [{ score: '45.00', override: null }] });
    expect(await score('2026-05')).toMatchObject({
      raw: '80.00',
      outlook: { low: { raw: '80.00' }, high: { raw: '80.00' } },
      indicators: [
        {
          score: '80.00',
          formulaScore: '45.00',
          override: { score: '80', reason: REASON },
          explanation: { lost: '10', zh: expect.stringContaining('人工复核 80.00 分（公式得分 45.00 分') as string },
        },
      ],
    });
    const { items } = await app.read<{ items: object[] }>('/scores?asOf=2026-05');
    expect(items).toMatchObject([{ raw: '80.00' }]);
    const { losses } = await app.read<{ losses: object[] }>('/scores/summary?asOf=2026-05');
    expect(losses).toMatchObject([{ score: '80.00', formula: '45.00', lost: '10.00' }]);
  });

  it('can be changed and withdrawn, by whoever has seen them; the audit log keeps all of it', async () => {
    await give({});
    expect(await give({ score: '70' })).toMatchObject({ status: 412, body: { current: { score: '80' } } });
    expect(await give({ score: '70' }, ifMatch(1))).toMatchObject({ status: 200, body: { score: '70' } });
    expect((await app.request('DELETE', place, { headers: ifMatch(1) })).status).toBe(412);
    expect((await app.request('DELETE', place, { headers: ifMatch(2) })).status).toBe(204);
    expect(await score('2026-05')).toMatchObject({ raw: '45.00', indicators: [{ override: null }] });
    const lines: { action: string }[] = await app.manager.query(
      `SELECT action FROM audit_event WHERE subject_type = 'score_override' ORDER BY position`,
    );
    expect(lines.slice(-3).map(({ action }) => action.split('.')[1])).toEqual(['created', 'changed', 'deleted']);
  });

  it.each([
    ['more than the weight', { score: '90.01' }, '/score'],
    ['less than nothing', { score: '-1' }, '/score'],
    ['thousandths', { score: '8.005' }, '/score'],
    ['a month of another year', { fromMonth: '2025-12' }, '/fromMonth'],
  ])('are refused: %s', async (_, body, pointer) => {
    const { status, body: problem } = await give(body);
    expect([status, problem.errors[0]?.pointer]).toEqual([422, pointer]);
  });

  it('never are more than the weight that holds in a month, whenever the sheet is revised', async () => {
    await give({});
    const [, , indicatorId] = place.split('/');
    const revision = {
      effectiveMonth: '2026-07',
      reason: '年中调整任务',
      waiver: '任务减少',
      indicators: [{ indicatorId, weight: '50' }],
    };
    expect(await app.request('POST', `/target-sheets/${sheetId}/revisions`, { body: revision, headers: ifMatch(1) })).toMatchObject({ status: 201 }); // prettier-ignore
    expect(await score('2026-06')).toMatchObject({ raw: '80.00' });
    expect(await score('2026-07')).toMatchObject({ raw: '50.00', indicators: [{ score: '50.00', max: '50' }] });
    await app.read('/scores?asOf=2026-07');
    expect(await app.get(RescoringService).verify('2026-07')).toMatchObject({ sheets: 1, differing: [] });
  });

  it('need a reason', async () => {
    expect((await give({ reason: '' })).status).toBe(400);
  });

  it('are given by the performance office, and never by whoever wrote the figures', async () => {
    for (const role of ['department-head', 'reporter'] as const) {
      const { token } = await UserFactory.as(role).of(department).insert(app.manager);
      const body = { score: '80', fromMonth: '2026-05', reason: REASON };
      const headers = { ...IF_NONE, authorization: `Bearer ${token}` };
      expect((await app.request('PUT', place, { body, headers, as: null })).status).toBe(403);
    }
    expect(await give({})).toMatchObject({ status: 200 });
    const [, , indicatorId] = place.split('/');
    const entry = `/indicators/${indicatorId}/progress/2026-10`;
    expect(await app.request('PUT', entry, { body: { value: '5' }, headers: IF_NONE })).toMatchObject({ status: 200 });
    expect(await give({}, ifMatch(1))).toMatchObject({ status: 403, body: { code: 'own-submission' } });
  });
});
