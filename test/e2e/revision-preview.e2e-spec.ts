import type { RevisionPreview } from '../../src/scoring/revised/revision-preview.service.js';
import { DepartmentFactory } from '../factories/department.factory.js';
import { EntryFactory } from '../factories/entry.factory.js';
import { IndicatorFactory } from '../factories/indicator.factory.js';
import { SheetFactory } from '../factories/sheet.factory.js';
import { ifMatch, TestApp } from '../support/test-app.js';

interface Score {
  readonly raw: string;
  readonly normalised: string | null;
  readonly indicators: readonly { readonly indicatorId: string; readonly score: string | null }[];
}

describe('what a revision would change', () => {
  let app: TestApp;
  let sheetId: string;
  let [count, quality, monthly]: string[] = [];
  beforeAll(async () => {
    app = await TestApp.start();
  });
  afterAll(() => app.close());
  beforeEach(async () => {
    const department = await DepartmentFactory.new().insert(app.manager);
    const made = await SheetFactory.of(department)
      .indicators(
        IndicatorFactory.new().weighing('40'),
        IndicatorFactory.qualitative().weighing('30'),
        IndicatorFactory.new().weighing('20').target('>=', '5', '次').reducedBy('each-month'),
      )
      .insert(app.manager);
    sheetId = made.sheet.id;
    [count, quality, monthly] = made.indicatorIds;
    for (const month of ['2026-01', '2026-08']) {
      await EntryFactory.of(count!, month).value('10').insert(app.manager);
      await EntryFactory.of(monthly!, month).value('5').insert(app.manager);
    }
  });

  const body = (indicators: object[], more: object = {}) => ({
    ...{ effectiveMonth: '2026-07', reason: '年中调整任务', indicators },
    ...more,
  });
  const preview = (...given: Parameters<typeof body>) =>
    app.request<RevisionPreview>('POST', `/target-sheets/${sheetId}/revisions/preview`, { body: body(...given) });
  const scoreAt = (asOf: string) => app.read<Score>(`/target-sheets/${sheetId}/score?asOf=${asOf}`);

  it.each<[string, () => object[], object?]>([
    ['a sum', () => [{ indicatorId: count, raw: '≥40次' }]],
    ['months that are judged one by one', () => [{ indicatorId: monthly, raw: '≥10次' }]],
    ['weights', () => [count, quality].map((indicatorId) => ({ indicatorId, weight: '35' }))],
    ['an end', () => [{ indicatorId: quality, endMonth: '2026-08' }], { waiver: '职能划转' }],
  ])('is what the revision then does, and nothing of it is stored: %s', async (_, indicators, more) => {
    const { status, body: would } = await preview(indicators(), more);
    expect(status).toBe(200);
    const { asOf, before, after } = would.score;
    expect(await scoreAt(asOf)).toMatchObject(before);
    expect(await app.read(`/target-sheets/${sheetId}/revisions`)).toMatchObject({ items: [] });

    const route = `/target-sheets/${sheetId}/revisions`;
    const done = await app.request('POST', route, { body: body(indicators(), more), headers: ifMatch(1) });
    expect(done.status).toBe(201);
    const now = await scoreAt(asOf);
    expect(now).toMatchObject(after);
    for (const { indicatorId, score, after: target } of would.indicators) {
      expect(now.indicators.find((one) => one.indicatorId === indicatorId)?.score).toBe(score.after);
      const { raw, weight, endMonth } = target;
      expect(await app.read(`/indicators/${indicatorId}`)).toMatchObject({ raw, weight, endMonth });
    }
  });

  it('says before and after of what changes, and of nothing else', async () => {
    const { body: would } = await preview([{ indicatorId: count, raw: '≥40次' }]);
    expect(would).toMatchObject({ effectiveMonth: '2026-07', weightTotal: '100' });
    expect(would.indicators).toMatchObject([
      { indicatorId: count, before: { raw: '≥60次', target: '60' }, after: { raw: '≥40次', target: '40' } },
    ]);
  });

  it('is refused as the revision would be', async () => {
    const refusal = async (...given: Parameters<typeof body>) => {
      const { status, body: said } = await app.request('POST', `/target-sheets/${sheetId}/revisions/preview`, {
        body: body(...given),
      });
      return [status, said.code, said.errors[0]?.pointer];
    };
    expect(await refusal([{ indicatorId: count, raw: '看不懂' }])).toEqual([
      422,
      'revision-invalid',
      '/indicators/0/raw',
    ]);
    expect(await refusal([{ indicatorId: count, weight: '50' }])).toEqual([422, 'waiver-required', '/waiver']);
    const waived = await preview([{ indicatorId: count, weight: '50' }], { waiver: '上级要求' });
    expect(waived.body.weightTotal).toBe('110');
  });

  it('tells who revised by name', async () => {
    const indicators = [{ indicatorId: count, raw: '≥40次' }];
    const { body: done } = await app.request<{ items: { actor: string; actorName: string }[] }>(
      'POST',
      `/target-sheets/${sheetId}/revisions`,
      { body: body(indicators), headers: ifMatch(1) },
    );
    const [{ displayName }] = await app.manager.query<[{ displayName: string }]>(
      'SELECT display_name AS "displayName" FROM app_user WHERE username = $1',
      [done.items[1]!.actor],
    );
    expect(done.items.map(({ actorName }) => actorName)).toEqual([displayName, displayName]);
  });
});
