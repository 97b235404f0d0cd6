import { ImportRequests, type ShownImport } from '../support/imports/import-requests.js';
import { TestApp } from '../support/test-app.js';

interface Left {
  readonly targetSheetIds: string[];
  readonly left: readonly { readonly sheetId: string; readonly reasons: readonly { readonly code: string }[] }[];
}

const sheet = (project: string, target: string, weight = '90') => `2031年项目支出绩效目标表
预算单位\t某县文化馆
项目名称\t${project}
年度预算总额\t30
一级指标\t二级指标\t三级指标\t指标值\t权重
产出指标\t数量指标\t场次\t${target}\t${weight}
`;

describe('adopting the sheets without errors', () => {
  let app: TestApp;
  let office: ImportRequests;
  beforeAll(async () => {
    app = await TestApp.start();
    office = new ImportRequests(app);
  });
  afterAll(() => app.close());
  beforeEach(() => app.clear());

  const ready = async (id: string) =>
    (await office.adopt(id, { withoutErrors: true })) as unknown as { status: number; body: Left };
  const imports = async (state: string) =>
    (await app.read<{ items: object[] }>(`/imports?state=${state}`)).items.length;

  it('takes them in one request, names what is wrong with the others, and lets them follow', async () => {
    const text = [sheet('讲座', '≥6场'), sheet('展览', '约几场'), sheet('送书', '≥9场', '50'), sheet('培训', '≥3场')];
    const { id } = await office.upload(text.join('\n'));
    const first = await ready(id);
    expect([first.status, first.body.targetSheetIds.length]).toEqual([200, 2]);
    expect(first.body.left).toMatchObject([
      { sheetId: 's1', reasons: [{ code: 'number-approximate' }] },
      { sheetId: 's2', reasons: [{ code: 'waiver-required' }] },
    ]);
    expect([await imports('open'), await imports('adopted'), await app.count('target_sheet')]).toEqual([1, 0, 2]);
    expect(await office.adopt(id, { sheets: [0] })).toMatchObject({ status: 409 });
    const settled = await office.repair(
      id,
      2,
      { kind: 'edit-rows', rows: ['s1r0'], fields: { raw: '≥5场' } },
      { kind: 'edit-sheets', sheets: ['s2'], fields: { waiver: '示例' } },
    );
    expect(settled.status).toBe(200);
    const second = await ready(id);
    expect([second.body.targetSheetIds.length, second.body.left]).toEqual([2, []]);
    expect([await imports('open'), await imports('adopted')]).toEqual([0, 1]);
    expect((await office.undo(id, 4)).status).toBe(200);
    expect([await imports('open'), await app.count('target_sheet')]).toEqual([1, 0]);
  });

  const THREE = [sheet('讲座', '≥6场'), sheet('展览', '约几场'), sheet('送书', '约几本')]
    .map((text) => text.replace('年度预算总额', '项目总体目标\t每月发简报3篇\n年度预算总额'))
    .join('\n');
  const changed = { raw: '≥5场' };
  it.each<[string, object]>([
    ['a row', { kind: 'edit-rows', rows: ['s1r0', 's0r0'], fields: changed }],
    ['a new row', { kind: 'add-row', sheet: 's0', fields: { name: '场次', raw: '≥5场', weight: '0' } }],
    ['a row moved away', { kind: 'move-rows', rows: ['s0r0'], sheet: 's1' }],
    ['a row moved in', { kind: 'move-rows', rows: ['s1r0'], sheet: 's0' }],
    ['its head', { kind: 'edit-sheets', sheets: ['s0'], fields: { project: '别的' } }],
    ['all of it', { kind: 'drop-sheets', sheets: ['s0'] }],
    ['itself and another as one', { kind: 'merge-sheets', sheets: ['s0', 's1'], fields: { project: '讲座' } }],
    ['an answer to its doubts', { kind: 'answer', doubts: ['of-s0'], choice: null }],
  ])('leaves an adopted sheet as it is: a repair of %s is refused in clear words', async (_, repair) => {
    const uploaded = await office.upload(THREE);
    await ready(uploaded.id);
    const before = await app.read<ShownImport>(`/imports/${uploaded.id}`);
    const doubt = before.draft.doubts.find(({ sheetId }) => sheetId === 's0')?.key ?? '';
    const given = JSON.parse(JSON.stringify(repair).replace('of-s0', doubt)) as object;
    const { status, body } = await office.repair(uploaded.id, 2, given);
    expect([status, body.code, body.errors[0]?.pointer.slice(0, 10)]).toEqual([409, 'sheet-adopted', '/repairs/0']);
    expect(body.title).toMatch(/^第 1 张表“讲座”已经采用，在草稿里修改不会起作用。/);
    expect(await app.read(`/imports/${uploaded.id}`)).toEqual(before);
  });

  it('lets an answer to a whole kind of doubt reach the sheets that are left, and no other', async () => {
    const uploaded = await office.upload(THREE);
    await ready(uploaded.id);
    const code = 'goal-without-indicator';
    const { body } = await office.repair(uploaded.id, 2, { kind: 'answer-all', code, choice: null });
    const settled = body.draft.doubts.filter((doubt) => doubt.code === code);
    expect(settled.map(({ sheetId, answered }) => [sheetId, answered !== null])).toEqual([
      ['s0', false],
      ['s1', true],
      ['s2', true],
    ]);
  });

  it('says so where there is none', async () => {
    const { id } = await office.upload(sheet('展览', '约几场'));
    expect(await office.adopt(id, { withoutErrors: true })).toMatchObject({
      status: 422,
      body: { code: 'nothing-adoptable', errors: [{ pointer: '/sheets/0', code: 'number-approximate' }] },
    });
    expect([await app.count('target_sheet'), await app.count('department')]).toEqual([0, 0]);
  });
});
