import type { Difference } from '../../src/reports/diff/report-diff.js';
import { EntryFactory } from '../factories/entry.factory.js';
import { type Office, OfficeFactory } from '../factories/office.factory.js';
import { UserFactory } from '../factories/user.factory.js';
import { cellsOfHtml } from '../support/report-texts.js';
import { ENGLISH, ifMatch, TestApp } from '../support/test-app.js';

interface Report {
  readonly id: string;
  readonly version: number;
  readonly reason: string | null;
  readonly hash: string;
  readonly issuedBy: string;
  readonly content: { readonly draft: boolean };
}

describe('issued reports', () => {
  let app: TestApp;
  let office: Office;
  beforeAll(async () => {
    app = await TestApp.start();
  });
  afterAll(() => app.close());
  beforeEach(async () => {
    await app.clear();
    app.at('2026-11-24T10:00');
    office = await OfficeFactory.owing('2026-10').insert(app.manager);
  });

  const post = (body: object, options: object = {}) => app.request<Report>('POST', '/reports', { body, ...options });
  const october = () => ({ departmentId: office.department.id, month: '2026-10' });
  const approveOctober = async () => {
    await EntryFactory.of(office.indicatorId, '2026-10').in('submitted').insert(app.manager);
    const place = `/indicators/${office.indicatorId}/progress/2026-10/approve`;
    expect((await app.request('POST', place, { headers: ifMatch(1) })).status).toBe(200);
  };

  it('a change after the report makes a new version with its reason; the old one stays, hash, bytes and all', async () => {
    const first = (await post(october())).body;
    expect((await post(october())).body).toEqual(first);
    const file = await app.download(`/reports/${first.id}/file?format=pdf`);
    await approveOctober();
    const refused = await app.request('POST', '/reports', { body: october(), headers: ENGLISH });
    expect([refused.status, refused.body.code]).toEqual([422, 'reason-required']);
    const second = (await post({ ...october(), reason: '补报 10 月' })).body;
    expect([first.version, second.version, second.reason]).toEqual([1, 2, '补报 10 月']);
    expect(second.hash).not.toBe(first.hash);
    expect(await app.read<Report>(`/reports/${first.id}`)).toEqual(first);
    const again = await app.download(`/reports/${first.id}/file?format=pdf`);
    expect(again.content.equals(file.content)).toBe(true);
  });

  it('what changed between two versions can be read line by line', async () => {
    const first = (await post(october())).body;
    await approveOctober();
    const second = (await post({ ...october(), reason: '补报' })).body;
    const { items } = await app.read<{ items: Difference[] }>(`/reports/${second.id}/diff?against=${first.id}`);
    expect(items).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ indicator: '报送信息', what: '实际完成值', before: '45次', after: '50次' }),
        expect.objectContaining({ indicator: null, what: '得分', before: '67.50 / 90', after: '75.00 / 90' }),
        expect.objectContaining({ what: expect.stringContaining('逾期：') as string, after: null }),
      ]),
    );
    const back = await app.read<{ items: Difference[] }>(`/reports/${first.id}/diff?against=${second.id}`);
    expect(back.items.map(({ before, after }) => [after, before])).toEqual(
      expect.arrayContaining(items.map(({ before, after }) => [before, after])),
    );
    expect((await app.read<{ items: Difference[] }>(`/reports/${first.id}/diff?against=${first.id}`)).items).toEqual(
      [],
    );
  });

  it('reports of different subjects are not compared', async () => {
    const department = (await post(october())).body;
    const sheet = (await post({ sheetId: office.sheetId, month: '2026-10' })).body;
    expect((await app.request('GET', `/reports/${sheet.id}/diff?against=${department.id}`)).status).toBe(404);
  });

  it('an issued report cannot be changed or removed, not even in the database', async () => {
    const { id } = (await post(october())).body;
    await expect(app.manager.query("UPDATE report SET hash = 'x' WHERE id = $1", [id])).rejects.toThrow('issued');
    await expect(app.manager.query('DELETE FROM report WHERE id = $1', [id])).rejects.toThrow('issued');
  });

  it('two who issue at once get one report', async () => {
    const answers = await Promise.all([1, 2, 3, 4, 5].map(() => post(october())));
    expect(new Set(answers.map(({ body }) => body.id)).size).toBe(1);
  });

  it('the report of a month that has not closed is a draft, and so is a self-evaluation before December', async () => {
    const draft = async (body: object) => (await post({ sheetId: office.sheetId, ...body })).body.content.draft;
    expect(await draft({ month: '2026-10' })).toBe(false);
    expect(await draft({ month: '2026-11' })).toBe(true);
    expect(await draft({ kind: 'monitoring', month: '2026-10' })).toBe(false);
    expect(await draft({ kind: 'self-evaluation', month: '2026-10' })).toBe(true);
    app.at('2027-02-01T10:00');
    expect(await draft({ kind: 'self-evaluation', month: '2026-12' })).toBe(false);
  });

  it('months close when the department’s own deadlines say so, and its reports are drafts until then', async () => {
    const late = await OfficeFactory.owing('2026-10').insert(app.manager);
    const early = await OfficeFactory.owing('2026-10').insert(app.manager);
    const rule = 'UPDATE department SET due_working_day = $2, closes_after = $3 WHERE id = $1';
    await app.manager.query(rule, [late.department.id, 20, 5]);
    await app.manager.query(rule, [early.department.id, 1, 1]);
    const draft = async (body: object) => (await post({ month: '2026-10', ...body })).body.content.draft;
    expect(await draft({ departmentId: late.department.id })).toBe(true);
    expect(await draft({ kind: 'monitoring', sheetId: late.sheetId })).toBe(true);
    expect(await draft(october())).toBe(false);
    expect(await draft({})).toBe(true); // the installation's, as long as one of them can still report
    app.at('2026-11-04T10:00');
    expect(await draft({ departmentId: early.department.id, reason: '再出具' })).toBe(false);
    expect(await draft({ ...october(), reason: '再出具' })).toBe(true);
  });

  it('the form of a department shows the target of the beginning of the year beside the one after a revision', async () => {
    await app.manager.query("UPDATE target_sheet SET kind = 'department', project = NULL");
    const body = {
      effectiveMonth: '2026-11',
      reason: '年中调整任务',
      indicators: [{ indicatorId: office.indicatorId, raw: '≥40次' }],
    };
    const revised = await app.request('POST', `/target-sheets/${office.sheetId}/revisions`, {
      body,
      headers: ifMatch(1),
    });
    expect(revised.status).toBe(201);
    app.at('2027-02-01T10:00');
    const targets = async (month: string) => {
      const { id } = (await post({ kind: 'self-evaluation', sheetId: office.sheetId, month })).body;
      const cells = cellsOfHtml((await app.download(`/reports/${id}/file?format=html&language=zh`)).content);
      const place = cells.indexOf('报送信息');
      return cells.slice(place + 1, place + 5);
    };
    expect(await targets('2026-12')).toEqual(['次', '≥', '60', '40']);
    expect(await targets('2026-10')).toEqual(['次', '≥', '60', '']);
  });

  it.each([
    ['a form without a sheet', { kind: 'monitoring', month: '2026-10' }, 422, 'sheet-required'],
    ['a month that has not begun', { month: '2026-12' }, 422, 'month-not-begun'],
    ['a year without sheets', { month: '2025-10' }, 422, 'nothing-to-report'],
    ['an unknown kind', { kind: 'poster', month: '2026-10' }, 400, 'request-invalid'],
    ['a null for a department', { departmentId: null, month: '2026-10' }, 400, 'request-invalid'],
    ['an unknown sheet', { sheetId: '018f0000-0000-7000-8000-000000000000', month: '2026-10' }, 404, 'not-found'],
  ])('%s is refused and nothing is issued', async (_, body, status, code) => {
    const refused = await app.request('POST', '/reports', { body });
    expect([refused.status, refused.body.code]).toEqual([status, code]);
    expect(await app.count('report')).toBe(0);
  });

  it('forms name the policy by its title, also those frozen while they named its code, which need no new version', async () => {
    const subject = { kind: 'self-evaluation', sheetId: office.sheetId, month: '2026-10' };
    const printed = async (id: string, language: string) =>
      (await app.download(`/reports/${id}/file?format=html&language=${language}`)).content.toString();
    const { id } = (await post(subject)).body;
    const [zh, en] = [await printed(id, 'zh'), await printed(id, 'en')];
    expect(zh).toContain('评分政策：全国通行规则（2020），第 1 版。');
    expect(en).toContain('Scoring policy: National rules (2020), version 1.');
    expect(zh + en).not.toContain('national-2020');

    const [earlier]: { id: string }[] = await app.manager.query(
      `INSERT INTO report (id, kind, department_id, sheet_id, month, version, reason, content, hash, issued_by, issued_at)
       SELECT gen_random_uuid(), kind, department_id, sheet_id, month, 2, 'x',
              jsonb_set(content, '{shape}', '1') #- '{sheets,0,policyTitle}', hash, issued_by, issued_at
       FROM report WHERE id = $1 RETURNING id`,
      [id],
    );
    expect(await printed(earlier!.id, 'zh')).toContain('评分政策：全国通行规则（2020），第 1 版。');
    expect((await post(subject)).body.id).toBe(earlier!.id);
  });

  it('a full disk is said to be full, and leaves no report', async () => {
    await app.manager.query(`
      CREATE FUNCTION disk_full() RETURNS trigger LANGUAGE plpgsql AS
        $$ BEGIN RAISE EXCEPTION 'could not extend file' USING ERRCODE = 'disk_full'; END $$;
      CREATE TRIGGER full_disk BEFORE INSERT ON report FOR EACH ROW EXECUTE FUNCTION disk_full();`);
    const refused = await app.request('POST', '/reports', { body: october() });
    expect([refused.status, refused.body.code]).toEqual([507, 'storage-full']);
    await app.manager.query('DROP TRIGGER full_disk ON report; DROP FUNCTION disk_full');
    expect(await app.count('report')).toBe(0);
    expect((await post(october())).status).toBe(201);
  });

  it('nobody issues, reads or downloads what belongs to another department, or to all', async () => {
    const own = (await post(october())).body;
    const all = (await post({ month: '2026-10' })).body;
    const foreign = await OfficeFactory.owing('2026-10').insert(app.manager);
    const { token } = await UserFactory.as('department-head').of(foreign.department).insert(app.manager);
    const headers = { authorization: `Bearer ${token}` };
    const asks = [
      post({ sheetId: office.sheetId, month: '2026-10' }, { as: null, headers }),
      post(october(), { as: null, headers }),
      post({ month: '2026-10' }, { as: null, headers }),
      ...[own, all].flatMap(({ id }) =>
        ['', '/file?format=pdf', `/diff?against=${id}`].map((rest) =>
          app.request<Report>('GET', `/reports/${id}${rest}`, { as: null, headers }),
        ),
      ),
    ];
    expect((await Promise.all(asks)).map(({ status }) => status)).toEqual(asks.map(() => 404));
  });
});
