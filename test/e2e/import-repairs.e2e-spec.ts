import { readFileSync } from 'node:fs';
import { fromProjectRoot } from '../../src/common/project-root.js';
import type { Section } from '../../src/organisation/section.entity.js';
import { DepartmentFactory } from '../factories/department.factory.js';
import { SectionFactory } from '../factories/section.factory.js';
import { UserFactory } from '../factories/user.factory.js';
import { bearer, ifMatch, type ProblemDetails, TestApp } from '../support/test-app.js';
import { upload } from '../support/upload.js';

interface Import {
  readonly id: string;
  readonly version: number;
  readonly adoptedAt: string | null;
  readonly createdBy: string;
  readonly summary: {
    readonly sheets: number;
    readonly indicators: number;
    readonly doubts: object;
    readonly answered: number;
  };
  readonly draft: {
    readonly sheets: readonly {
      readonly id: string;
      readonly indicators: readonly { readonly id: string; readonly name: string }[];
    }[];
    readonly doubts: readonly {
      readonly key: string;
      readonly code: string;
      readonly sheetId: string | null;
      readonly answered: object | null;
      readonly answers: readonly { readonly choice: string }[];
    }[];
  };
}
interface History {
  readonly items: readonly {
    readonly number: number;
    readonly actor: string;
    readonly madeAt: string;
    readonly changes: readonly object[];
  }[];
}

const DOCUMENT = readFileSync(fromProjectRoot('samples/2026-city-office-budget.txt'));
const SHEET = `2031年项目支出绩效目标表
预算单位\t某县文化馆
项目名称\t培训
年度预算总额\t30
项目总体目标\t办班6次
一级指标\t二级指标\t三级指标\t指标值
产出指标\t数量指标\t办班次数\t≥6次
效益指标\t社会效益指标\t能力提升\t提升
效益指标\t满意度指标\t学员满意度\t≥90%
`;

describe('repairing a draft', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await TestApp.start();
    app.withoutRateLimits();
  });
  afterAll(() => app.close());
  beforeEach(() => app.clear());

  const uploaded = async (content: Buffer | string = SHEET, name = '绩效目标.txt') =>
    (await upload<Import>(app, content, name)).body;
  const repair = (id: string, version: number, ...repairs: object[]) =>
    app.request<Import & ProblemDetails>('POST', `/imports/${id}/repairs`, {
      body: { repairs },
      headers: ifMatch(version),
    });
  const adopt = (id: string, headers = {}) =>
    app.request<ProblemDetails & { targetSheetIds: string[] }>('POST', `/imports/${id}/adopt`, { body: {}, headers });

  it('asks the doubts anew, keeps who changed what, and adopts the draft as it stands then', async () => {
    const { id, draft } = await uploaded();
    expect(draft.doubts.map(({ code }) => code)).toContain('weight-missing');
    const { status, body } = await repair(
      ...[id, 1],
      { kind: 'weigh', sheet: 's0', by: 'level' },
      { kind: 'add-row', sheet: 's0', before: 's0r1', fields: { name: '办班人次', raw: '≥300人次', weight: '0' } },
      { kind: 'edit-rows', rows: ['s0r0'], fields: { raw: '≥7次', level1: '产出' } },
    );
    expect([status, body.version]).toEqual([200, 2]);
    expect(body.draft.doubts.map(({ code }) => code)).not.toContain('weight-missing');
    expect(await app.read<Import>(`/imports/${id}`)).toEqual(body);
    const { items } = await app.read<History>(`/imports/${id}/repairs`);
    expect(items.map(({ number }) => number)).toEqual([1, 2, 3]);
    expect(items[2]).toMatchObject({ actor: expect.any(String) as string, madeAt: expect.any(String) as string });
    expect(items[2]?.changes).toContainEqual(
      expect.objectContaining({ row: 's0r0', field: 'raw', from: '≥6次', to: '≥7次' }),
    );
    const { body: adopted } = await adopt(id);
    expect(await app.read(`/target-sheets/${adopted.targetSheetIds[0]!}`)).toMatchObject({
      indicators: [
        { name: '办班次数', target: '7', weight: '50', level1: '产出' },
        { name: '办班人次', weight: '0' },
        { name: '能力提升', weight: '30' },
        { name: '学员满意度', weight: '10', dueMonth: 12 },
      ],
    });
    expect(await repair(id, 3, { kind: 'drop-rows', rows: ['s0r0'] })).toMatchObject({ status: 409 });
  });

  it('answers one kind of doubt for all rows, and an answer stays', async () => {
    const { id, draft } = await uploaded(DOCUMENT, '预算公开.txt');
    const assumed = draft.doubts.filter(({ code }) => code === 'rule-unfit');
    expect(assumed.length).toBeGreaterThan(1);
    const answered = await repair(id, 1, { kind: 'answer-all', code: 'rule-unfit', choice: 'rule=graded' });
    expect(answered.body.draft.doubts.filter(({ code }) => code === 'rule-unfit')).toEqual([]);
    const total = answered.body.draft.doubts.find(({ code }) => code === 'weight-total');
    const settled = await repair(id, 2, { kind: 'answer', doubts: [total?.key], choice: 'waivers' });
    const again = await repair(id, 3, { kind: 'edit-rows', rows: ['s1r0'], fields: { basis: '行业标准' } });
    for (const { body } of [settled, again])
      expect(body.draft.doubts.find(({ key }) => key === total?.key)).toMatchObject({
        answered: { by: 2, choice: 'waivers' },
      });
    expect(await adopt(id)).toMatchObject({ status: 200 }); // with the reason that was answered
  });

  it('makes all repairs of a request or none, and says which one cannot be made', async () => {
    const { id } = await uploaded();
    const { status, body } = await repair(
      id,
      1,
      { kind: 'drop-rows', rows: ['s0r0'] },
      { kind: 'drop-rows', rows: ['s0r0'] },
    );
    expect([status, body.code, body.errors[0]?.pointer]).toEqual([422, 'row-unknown', '/repairs/1/rows/0']);
    expect(await app.read<Import>(`/imports/${id}`)).toMatchObject({ version: 1 });
    expect(await app.count('import_repair')).toBe(0);
  });

  it.each<[string, unknown, string]>([
    ['a kind that there is not', { kind: 'burn' }, '/repairs/0/kind'],
    ['a repair that is none', null, '/repairs'],
    [
      'a field that there is not',
      { kind: 'edit-rows', rows: ['s0r0'], fields: { colour: 'red' } },
      '/repairs/0/fields/colour',
    ],
    [
      'a number that is none',
      { kind: 'edit-rows', rows: ['s0r0'], fields: { weight: '1e3' } },
      '/repairs/0/fields/weight',
    ],
    ['rows that are no list', { kind: 'drop-rows', rows: 's0r0' }, '/repairs/0/rows'],
    [
      'a contact without an address',
      { kind: 'edit-sheets', sheets: ['s0'], fields: { contact: { name: '张示范', duty: 'head' } } },
      '/repairs/0/fields/contact/email',
    ],
  ])('refuses %s and points at it', async (_, one, pointer) => {
    const { id } = await uploaded();
    const { status, body } = await repair(id, 1, one as object);
    expect([status, body.errors[0]?.pointer]).toEqual([400, pointer]);
  });

  it('of two people who repair or adopt at the same second lets one through and tells the other', async () => {
    for (let round = 0; round < 5; round += 1) {
      await app.clear();
      const { id } = await uploaded(SHEET.replace('2031', String(2031 + round)));
      await repair(id, 1, { kind: 'weigh', sheet: 's0', by: 'level' });
      const drop = { kind: 'drop-rows', rows: ['s0r1'] };
      const answers = await Promise.all([repair(id, 2, drop), repair(id, 2, drop), adopt(id, ifMatch(2))]);
      expect(answers.map(({ status }) => status).sort()).toEqual([200, 412, 412]);
      const adopted = answers[2].status === 200;
      expect(await app.count('target_sheet')).toBe(adopted ? 1 : 0);
      expect(await app.count('import_repair')).toBe(adopted ? 1 : 2);
    }
  });

  it('undoes a repair', async () => {
    const { id, draft } = await uploaded();
    await repair(id, 1, { kind: 'drop-sheets', sheets: ['s0'] });
    const { body } = await repair(id, 2, { kind: 'undo', number: 1 });
    expect(body.draft.sheets).toEqual(draft.sheets);
  });

  it('lets nobody map a sheet to a department that is not theirs', async () => {
    const [own, foreign] = [
      await DepartmentFactory.new().insert(app.manager),
      await DepartmentFactory.new().insert(app.manager),
    ];
    const { token } = await UserFactory.as('department-head').of(own).insert(app.manager);
    const { id } = await uploaded();
    await app.manager.query('UPDATE document_import SET department_id = $1', [own.id]);
    const map = async (departmentId: string) =>
      app.request('POST', `/imports/${id}/repairs`, {
        body: { repairs: [{ kind: 'map-department', sheets: ['s0'], departmentId, remember: false }] },
        headers: { ...ifMatch(1), ...bearer(token) },
      });
    expect(await map(foreign.id)).toMatchObject({
      status: 404,
      body: { errors: [{ pointer: '/repairs/0/departmentId' }] },
    });
    expect(await map(own.id)).toMatchObject({ status: 200 });
  });

  it('never changes or loses what was recorded of a repair', async () => {
    const { id } = await uploaded();
    await repair(id, 1, { kind: 'drop-rows', rows: ['s0r0'] });
    for (const statement of [`UPDATE import_repair SET actor = 'x'`, 'DELETE FROM import_repair'])
      await expect(app.manager.query(statement)).rejects.toThrow(/stays on record/);
  });

  it('gives no row to a section of another department', async () => {
    const [hall, other] = [
      await DepartmentFactory.new().named('某县文化馆').insert(app.manager),
      await DepartmentFactory.new().insert(app.manager),
    ];
    const [own, foreign] = await Promise.all([hall, other].map((one) => SectionFactory.of(one).insert(app.manager)));
    const { id } = await uploaded();
    const give = (section: Section) => ({ kind: 'edit-rows', rows: ['s0r1'], fields: { sectionId: section.id } });
    const mapped = { kind: 'map-department', sheets: ['s0'], departmentId: other.id, remember: false };
    const added = { kind: 'add-row', sheet: 's0', before: null, fields: { name: '场地', sectionId: foreign!.id } };
    for (const repairs of [[give(foreign!)], [added], [mapped, give(own!)]])
      expect(await repair(id, 1, ...repairs)).toMatchObject({
        status: 404,
        body: {
          code: 'not-found',
          title: expect.stringMatching(/^“(?:能力提升|场地)”的责任股室不在这张表的部门里，请另选。$/) as string,
          errors: [{ pointer: `/repairs/${repairs.length - 1}/fields/sectionId` }],
        },
      });
    expect((await repair(id, 1, give(own!))).status).toBe(200);
    expect((await repair(id, 2, { kind: 'undo', number: 1 }, mapped, give(foreign!))).status).toBe(200);
  });
});

describe('the list of imports', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await TestApp.start();
    app.withoutRateLimits();
  });
  afterAll(() => app.close());

  it('shows drafts newest first, in figures, by state, page by page; an upload of the same bytes is the same import', async () => {
    const names = ['甲.txt', '乙.txt', '丙.txt'];
    for (const [place, name] of names.entries()) await upload(app, SHEET.replace('2031', String(2031 + place)), name);
    await app.manager.query(`UPDATE app_user SET display_name = '某办主任' WHERE role = 'performance-office'`);
    const again = await upload<Import>(app, SHEET, '又一次.txt');
    expect(again).toMatchObject({ status: 200, body: { fileName: '甲.txt' } });
    const list = (query: string) =>
      app.read<{ items: (Import & { fileName: string })[]; nextCursor: string | null }>(`/imports?${query}`);
    const first = await list('limit=2');
    expect(first.items.map(({ fileName }) => fileName)).toEqual(['丙.txt', '乙.txt']);
    expect(first.items[0]).toMatchObject({
      summary: { sheets: 1, indicators: 3, departments: ['某县文化馆'], doubts: { error: 1 }, answered: 0 },
      createdBy: '某办主任',
    });
    expect(first.items[0]).not.toHaveProperty('draft');
    const second = await list(`limit=2&cursor=${first.nextCursor!}`);
    expect([second.items.map(({ fileName }) => fileName), second.nextCursor]).toEqual([['甲.txt'], null]);
    const body = { repairs: [{ kind: 'weigh', sheet: 's0', by: 'level' }] };
    await app.request('POST', `/imports/${again.body.id}/repairs`, { body, headers: ifMatch(1) });
    await app.request('POST', `/imports/${again.body.id}/adopt`, { body: {} });
    expect((await list('state=adopted')).items.map(({ fileName }) => fileName)).toEqual(['甲.txt']);
    expect((await list('state=open')).items).toHaveLength(2);
    expect(await upload<Import>(app, SHEET, '甲.txt')).toMatchObject({ status: 200, body: { id: again.body.id } });
  });

  it('shows a head its own department’s only', async () => {
    const department = await DepartmentFactory.new().insert(app.manager);
    const { token } = await UserFactory.as('department-head').of(department).insert(app.manager);
    const { body } = await app.request('GET', '/imports', { headers: bearer(token) });
    expect(body).toEqual({ items: [], nextCursor: null });
  });
});
