import { AuditService } from '../../src/audit/audit.service.js';
import { IntegrityService } from '../../src/backup/integrity.service.js';
import { HISTORY_TABLES } from '../../src/audit/history-lines.js';
import type { Replay } from '../../src/reports/report-replay.service.js';
import { broughtUpToDate, failing, KEPT, kept, reportsOf } from '../support/earlier-databases.js';
import type { TestApp } from '../support/test-app.js';

describe.each(KEPT)('the database of %s, brought up to date', (file) => {
  const { tables } = kept(file);
  let app: TestApp;
  beforeAll(async () => {
    app = await broughtUpToDate(file);
  });
  afterAll(() => app.close());

  it('closes the audit log of then, and vouches for every line of its histories, and for rows as it finds them', async () => {
    const { broken, histories } = await app.get(AuditService).verify();
    expect([broken, histories.changed]).toEqual([null, []]);
    const lines = await Promise.all(HISTORY_TABLES.map((table) => app.count(table)));
    expect(histories.checked).toBe(lines.reduce((sum, count) => sum + count, 0));
    expect(histories.checked).toBeGreaterThan(0);
    expect((await app.get(IntegrityService).check()).reports.altered).toEqual([]);
    const { found } = await app.get(AuditService).verify();
    expect(found?.count).toBeGreaterThanOrEqual(tables.indicator?.length ?? 0);
    const change = `UPDATE indicator SET weight = weight + $1 WHERE id = (SELECT min(id::text)::uuid FROM indicator)`;
    await app.manager.query(change, [1]);
    const [strayed, ...others] = (await app.get(AuditService).verify()).histories.changed;
    expect([strayed?.table, strayed?.how, others]).toEqual(['indicator', 'strayed', []]);
    await app.manager.query(change, [-1]);
  });

  it('keeps every row that people entered', async () => {
    const entered = ['department', 'target_sheet', 'indicator', 'progress_entry', 'budget_execution', 'report', 'mail'];
    const counts = await Promise.all(entered.map((table) => app.count(table)));
    expect(counts).toEqual(entered.map((table) => tables[table]?.length ?? 0));
  });

  it('opens every report that was frozen, in both languages', async () => {
    const all = await reportsOf(app);
    expect(all).toHaveLength(tables.report?.length ?? 0);
    const routes = all.flatMap(({ id }) => [
      `/reports/${id}`,
      `/reports/${id}/file?format=html&language=zh`,
      `/reports/${id}/file?format=html&language=en`,
    ]);
    expect(await failing(app, routes)).toEqual([]);
  });

  it('computes a report again, or says why not, and what this version says otherwise', async () => {
    const replays = await Promise.all(
      (await reportsOf(app)).map(({ id }) => app.request<Partial<Replay>>('GET', `/reports/${id}/replay`)),
    );
    expect(replays.filter(({ status }) => status !== 200 && status !== 404)).toEqual([]);
    // Since then outlooks are computed otherwise; what was reached and scored is not.
    const changed = new Set(replays.flatMap(({ body }) => body.differences ?? []).map(({ what }) => what));
    expect([...changed].filter((what) => what !== '年底预测')).toEqual([]);
  });

  it('scores every sheet of then', async () => {
    const { items } = await app.read<{ items: { id: string }[] }>('/target-sheets');
    expect(items.length).toBeGreaterThan(0);
    expect(
      await failing(
        app,
        items.map(({ id }) => `/target-sheets/${id}/score?asOf=2026-10`),
      ),
    ).toEqual([]);
  });
});
