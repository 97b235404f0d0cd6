import { DepartmentFactory } from '../factories/department.factory.js';
import { IndicatorFactory } from '../factories/indicator.factory.js';
import { SectionFactory } from '../factories/section.factory.js';
import { SheetFactory } from '../factories/sheet.factory.js';
import { TestApp } from '../support/test-app.js';
import { upload } from '../support/upload.js';

interface Proposal {
  readonly departmentId: string;
  readonly name: string;
  readonly measureId: string | null;
  readonly indicators: readonly { readonly id: string; readonly sheetId: string; readonly project: string | null }[];
}
interface Adopted {
  readonly targetSheetIds: string[];
  readonly measures: Proposal[];
}

const sheet = (project: string, target: string) => `2031年项目支出绩效目标表
预算单位\t某县图书馆
项目名称\t${project}
年度预算总额\t30
一级指标\t二级指标\t三级指标\t指标值\t权重
产出指标\t数量指标\t${project}场次\t≥6次\t50
产出指标\t质量指标\t读者留言回复率\t${target}\t40
`;

describe('indicators that read as one measured value', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await TestApp.start();
  });
  afterAll(() => app.close());
  beforeEach(() => app.clear());

  const adopt = async (text: string, body: object = {}) => {
    const { id } = (await upload<{ id: string }>(app, text, '绩效目标.txt')).body;
    return app.request<Adopted>('POST', `/imports/${id}/adopt`, { body });
  };
  const proposals = async () => (await app.read<{ items: Proposal[] }>('/measures/proposals')).items;
  const measureIds = () => app.manager.query<{ measure_id: string | null }[]>('SELECT measure_id FROM indicator');

  it('are proposed where they are adopted, and are not linked by themselves', async () => {
    const { status, body } = await adopt(`${sheet('讲座', '≥95%')}\n${sheet('展览', '≥95%')}`);
    expect([status, body.targetSheetIds.length]).toEqual([200, 2]);
    expect(body.measures).toMatchObject([
      { name: '读者留言回复率', measureId: null, indicators: [{ project: '讲座' }, { project: '展览' }] },
    ]);
    expect((await measureIds()).every(({ measure_id: id }) => id === null)).toBe(true);
    const [{ departmentId, name, indicators }] = body.measures as [Proposal];
    const made = { departmentId, name, indicatorIds: indicators.map(({ id }) => id) };
    expect(await app.request('POST', '/measures', { body: made })).toMatchObject({ status: 201 });
    expect(await proposals()).toEqual([]);
  });

  it('are proposed with a sheet that was adopted before, and with the measure that there is', async () => {
    await adopt(`${sheet('讲座', '≥95%')}\n${sheet('展览', '≥95%')}`);
    const [{ departmentId, name, indicators }] = (await proposals()) as [Proposal];
    const body = { departmentId, name, indicatorIds: indicators.map(({ id }) => id) };
    const measure = (await app.request<{ id: string }>('POST', '/measures', { body })).body;
    const later = await adopt(sheet('送书', '≥95%'));
    expect(later.body.measures).toMatchObject([{ measureId: measure.id }]);
    expect(later.body.measures[0]!.indicators).toHaveLength(3);
  });

  it.each([
    ['another target', IndicatorFactory.ratio('90')],
    ['another unit', IndicatorFactory.new().named('信件回复率').target('>=', '95', '‰').reducedBy('ratio')],
    ['another way to add up', IndicatorFactory.ratio('95').reducedBy('latest')],
  ])('are not proposed with %s, another department or another year', async (_, other) => {
    const [own, foreign] = [await department(), await department()];
    await SheetFactory.of(own).indicators(IndicatorFactory.ratio('95')).insert(app.manager);
    await SheetFactory.of(own).indicators(other).insert(app.manager);
    await SheetFactory.of(own).inYear(2025).indicators(IndicatorFactory.ratio('95')).insert(app.manager);
    await SheetFactory.of(foreign).indicators(IndicatorFactory.ratio('95')).insert(app.manager);
    expect(await proposals()).toEqual([]);
  });

  it('are linked by the adoption where a person has named their value in the draft', async () => {
    const decisions = [0, 1].map((place) => ({ sheet: place, indicator: 1, measure: '读者留言' }));
    const { status, body } = await adopt(`${sheet('讲座', '≥95%')}\n${sheet('展览', '≥95%')}`, { decisions });
    expect([status, body.measures]).toEqual([200, []]);
    const { items } = await app.read<{ items: { name: string; indicators: object[] }[] }>('/measures');
    expect(items.map(({ name, indicators }) => [name, indicators.length])).toEqual([['读者留言', 2]]);
    const more = await adopt(sheet('送书', '≥90%'), { decisions: [{ sheet: 0, indicator: 1, measure: '读者留言' }] });
    expect(more.status).toBe(200);
    expect((await app.read<{ items: { indicators: object[] }[] }>('/measures')).items[0]!.indicators).toHaveLength(3);
  });

  it('get the section that owns them all, unless somebody says another', async () => {
    const own = await department();
    const section = await SectionFactory.of(own).insert(app.manager);
    const replies = IndicatorFactory.ratio('95').ownedBy(section);
    const ids = await Promise.all(
      [1, 2].map(async () => (await SheetFactory.of(own).indicators(replies).insert(app.manager)).indicatorIds[0]!),
    );
    const body = { departmentId: own.id, name: '信件', indicatorIds: ids };
    expect(await app.request('POST', '/measures', { body })).toMatchObject({ body: { sectionId: section.id } });
  });

  it('are one in the sample year: 市长信箱回复率 stands in two sheets', async () => {
    await app.loadSampleYear();
    const { items } = await app.read<{ items: { name: string; indicators: object[] }[] }>('/measures');
    expect(items).toMatchObject([
      { name: '市长信箱回复率', indicators: [{ name: '市长信箱回复率' }, { name: '市长信箱回复率' }] },
    ]);
    expect((await proposals()).map(({ name }) => name)).not.toContain('市长信箱回复率');
  });

  const department = () => DepartmentFactory.new().insert(app.manager);
});
