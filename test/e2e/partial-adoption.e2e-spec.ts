import { ImportRequests } from '../support/imports/import-requests.js';
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

  it('says so where there is none', async () => {
    const { id } = await office.upload(sheet('展览', '约几场'));
    expect(await office.adopt(id, { withoutErrors: true })).toMatchObject({
      status: 422,
      body: { code: 'nothing-adoptable', errors: [{ pointer: '/sheets/0', code: 'number-approximate' }] },
    });
    expect([await app.count('target_sheet'), await app.count('department')]).toEqual([0, 0]);
  });
});
