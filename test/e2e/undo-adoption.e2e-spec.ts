import { ProgressEntry } from '../../src/progress/entries/progress-entry.entity.js';
import { WithdrawalService } from '../../src/targets/sheets/withdrawal.service.js';
import { DepartmentFactory } from '../factories/department.factory.js';
import { EntryFactory } from '../factories/entry.factory.js';
import { UserFactory } from '../factories/user.factory.js';
import { eventually } from '../support/eventually.js';
import { bearer, IF_NONE, ifMatch, type ProblemDetails, TestApp } from '../support/test-app.js';
import { upload } from '../support/upload.js';

const SHEETS = ['培训', '展览'].map(
  (project) => `2031年项目支出绩效目标表
预算单位\t某县文化馆
项目名称\t${project}
年度预算总额\t30
一级指标\t二级指标\t三级指标\t指标值\t分值
产出指标\t数量指标\t场次\t≥6次\t50
效益指标\t满意度指标\t观众满意度\t≥90%\t40
`,
);

interface Import {
  readonly id: string;
  readonly version: number;
  readonly adoptedAt: string | null;
  readonly adoption: object | null;
}
interface Sheet {
  readonly version: number;
  readonly goals: { readonly id: string }[];
  readonly indicators: { readonly id: string }[];
}

describe('undoing an adoption', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await TestApp.start();
    app.withoutRateLimits();
  });
  afterAll(() => app.close());
  beforeEach(() => app.clear());

  async function adopted() {
    const { body } = await upload<Import>(app, SHEETS.join('\n'), '目标.txt');
    const answer = await app.request<{ targetSheetIds: string[] }>('POST', `/imports/${body.id}/adopt`, { body: {} });
    expect(answer.status).toBe(200);
    const sheetIds = answer.body.targetSheetIds;
    expect(sheetIds).toHaveLength(2);
    const sheet = await app.read<Sheet>(`/target-sheets/${sheetIds[0]!}`);
    return { id: body.id, sheetIds, sheet };
  }
  const undo = (id: string, version = 2, options: { body?: object; headers?: object } = {}) =>
    app.request<Import & ProblemDetails>('POST', `/imports/${id}/undo-adoption`, {
      body: options.body ?? { reason: '上传了旧版文件' },
      headers: { ...ifMatch(version), ...options.headers },
    });
  const sheetsLeft = async () => (await app.read<{ items: object[] }>('/target-sheets?year=2031')).items.length;

  it('takes the sheets out of the year, keeps the draft for repair, and lets it be adopted anew', async () => {
    const { id, sheetIds } = await adopted();
    expect(await undo(id)).toMatchObject({ status: 200, body: { version: 3, adoptedAt: null, adoption: null } });
    expect(await sheetsLeft()).toBe(0);
    expect(await app.request('GET', `/target-sheets/${sheetIds[0]!}`)).toMatchObject({ status: 404 });
    const repairs = [{ kind: 'edit-rows', rows: ['s0r0'], fields: { raw: '≥8次' } }];
    await app.request('POST', `/imports/${id}/repairs`, { body: { repairs }, headers: ifMatch(3) });
    const again = await app.request<{ targetSheetIds: string[] }>('POST', `/imports/${id}/adopt`, { body: {} });
    expect(await app.read(`/target-sheets/${again.body.targetSheetIds[0]!}`)).toMatchObject({
      indicators: [{ target: '8' }, { target: '90' }],
    });
    const lines = await app.manager.query<{ action: string; reason: string }[]>(
      `SELECT action, reason FROM audit_event WHERE action IN ('document_import.adoption-undone', 'target_sheet.withdrawn')`,
    );
    expect(lines).toHaveLength(3);
    for (const { reason } of lines) expect(reason).toBe('上传了旧版文件');
  });

  const WORK: Record<string, [string, (sheet: Sheet, sheetId: string) => Promise<unknown>]> = {
    'an entry': ['月度填报', ({ indicators }) => EntryFactory.of(indicators[0]!.id, '2031-01').insert(app.manager)],
    'an entry that was emptied again': [
      '月度填报',
      async ({ indicators }) => {
        await EntryFactory.of(indicators[0]!.id, '2031-01').insert(app.manager);
        await app.manager.query(`UPDATE progress_entry SET status = 'empty', value = NULL`);
      },
    ],
    spending: [
      '预算执行数',
      (_, sheetId) =>
        app.manager.query(
          `INSERT INTO budget_execution (id, sheet_id, month, spent, updated_at)
           VALUES (gen_random_uuid(), $1, '2031-01', 3, now())`,
          [sheetId],
        ),
    ],
    'an adjusted score': [
      '复核调整',
      ({ indicators }) =>
        app.manager.query(
          `INSERT INTO score_override (id, indicator_id, from_month, score, reason, decided_by, updated_at)
           VALUES (gen_random_uuid(), $1, '2031-01', 3, '复核', '示例', now())`,
          [indicators[0]!.id],
        ),
    ],
  };
  it.each(Object.keys(WORK))('is refused, for all sheets, where one of them has %s', async (kind) => {
    const { id, sheetIds, sheet } = await adopted();
    const [named, make] = WORK[kind]!;
    await make(sheet, sheetIds[0]!);
    const refused = await undo(id);
    expect(refused).toMatchObject({ status: 409, body: { code: 'still-in-use' } });
    const work = kind === 'spending' ? named : `${named}（指标“场次”）`;
    expect(refused.body.title).toContain(`“培训”已有${work}。请通过修订更正目标表。`);
    expect(await sheetsLeft()).toBe(2);
  });

  it('waits for an entry that is being written, and then leaves it in peace', async () => {
    const { id, sheet } = await adopted();
    const writer = app.manager.dataSource.createQueryRunner();
    await writer.startTransaction();
    await EntryFactory.of(sheet.indicators[0]!.id, '2031-01').insert(writer.manager);
    const undoing = undo(id);
    await new Promise((resolve) => setTimeout(resolve, 200));
    await writer.commitTransaction();
    await writer.release();
    expect(await undoing).toMatchObject({ status: 409, body: { code: 'still-in-use' } });
    expect(await app.manager.count(ProgressEntry)).toBe(1);
  });

  it('tells whoever enters something meanwhile that the sheet is gone, and what to do', async () => {
    const { sheet, sheetIds } = await adopted();
    app.at('2031-02-10T10:00');
    const undoer = app.manager.dataSource.createQueryRunner();
    await undoer.startTransaction();
    await app.get(WithdrawalService).withdraw(undoer.manager, sheetIds, '上传了旧版文件');
    const [entering, spending] = [
      app.request('PUT', `/indicators/${sheet.indicators[0]!.id}/progress/2031-01`, {
        ...{ body: { value: '3' }, headers: IF_NONE },
      }),
      app.request('PUT', `/target-sheets/${sheetIds[0]!}/budget/2031-01`, { body: { spent: '3' }, headers: IF_NONE }),
    ];
    await eventually(
      async () => {
        const [row]: { count: number }[] = await app.manager.query(
          "SELECT count(*)::int FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'",
        );
        return row?.count;
      },
      (held) => held === 2,
    );
    await undoer.commitTransaction();
    await undoer.release();
    for (const { status, body } of await Promise.all([entering, spending])) {
      expect([status, body.code]).toEqual([409, 'no-longer-there']);
      expect(body.title).toContain('刚刚被他人撤销采用或删除，没有保存。请刷新页面');
    }
    app.at('2026-11-24T10:00');
  });

  it('is refused for what nobody has adopted, what changed meanwhile, without a reason, and for other departments', async () => {
    const { body } = await upload<Import>(app, SHEETS[0]!, '目标.txt');
    expect(await undo(body.id, 1)).toMatchObject({ status: 409, body: { code: 'state-conflict' } });
    await app.request('POST', `/imports/${body.id}/adopt`, { body: {} });
    expect(await undo(body.id, 1)).toMatchObject({ status: 412 });
    expect(await undo(body.id, 2, { body: {} })).toMatchObject({ status: 400 });
    const other = await DepartmentFactory.new().insert(app.manager);
    const { token } = await UserFactory.as('department-head').of(other).insert(app.manager);
    expect(await undo(body.id, 2, { headers: bearer(token) })).toMatchObject({ status: 404 });
    expect(await sheetsLeft()).toBe(1);
  });
});
