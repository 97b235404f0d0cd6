import { AuditService } from '../../src/audit/audit.service.js';
import { AuditReading } from '../../src/audit/reading/audit-reading.js';
import type { Department } from '../../src/organisation/department.entity.js';
import type { Section } from '../../src/organisation/section.entity.js';
import { DepartmentFactory } from '../factories/department.factory.js';
import { IndicatorFactory } from '../factories/indicator.factory.js';
import { SectionFactory } from '../factories/section.factory.js';
import { SheetFactory } from '../factories/sheet.factory.js';
import { UserFactory } from '../factories/user.factory.js';
import { bearer, TestApp } from '../support/test-app.js';
import { upload } from '../support/upload.js';

interface Listed {
  readonly id: string;
  readonly version: number;
  readonly name: string;
  readonly departmentId: string;
  readonly sectionId: string | null;
  readonly suggested: { readonly because: string; readonly sectionId: string | null; readonly section: string } | null;
}
interface Page {
  readonly items: Listed[];
  readonly nextCursor: string | null;
  readonly total: number;
  readonly unowned: number;
}
interface Owned {
  readonly written: number;
  readonly refused: number;
  readonly rows: {
    readonly outcome: string;
    readonly version: number | null;
    readonly problem: { code: string } | null;
  }[];
}

const named = (name: string) => IndicatorFactory.new().named(name);

describe('owners of indicators', () => {
  let app: TestApp;
  let library: Department;
  let lending: Section;
  let archive: Department;
  let storage: Section;
  beforeAll(async () => {
    app = await TestApp.start();
    library = await DepartmentFactory.new().named('某县图书馆').insert(app.manager);
    lending = await SectionFactory.of(library).named('借阅股').insert(app.manager);
    archive = await DepartmentFactory.new().named('某县档案馆').insert(app.manager);
    storage = await SectionFactory.of(archive).named('保管股').insert(app.manager);
    const before = SheetFactory.of(library).indicators(named('办证数量').ownedBy(lending), named('读者活动场次'));
    await before.inYear(2025).insert(app.manager);
    const rows = [named('办证数量'), named('读者活动场次').printedOf('借阅 股'), named('讲座场次').printedOf('活动部')];
    await SheetFactory.of(library)
      .named('服务')
      .indicators(...rows)
      .insert(app.manager);
    await SheetFactory.of(archive)
      .indicators(named('归档数量').ownedBy(storage), named('扫描页数'))
      .insert(app.manager);
  });
  afterAll(() => app.close());

  const list = (filter = '', as?: string) =>
    as
      ? app
          .request<Page>('GET', `/indicators/owners?year=2026${filter}`, { as: null, headers: bearer(as) })
          .then(({ body }) => body)
      : app.read<Page>(`/indicators/owners?year=2026${filter}`);
  const own = (rows: object[], headers?: Record<string, string>) =>
    app.request<Owned>('POST', '/indicators/owners', { body: { rows }, ...(headers && { as: null, headers }) });

  it('are listed by filters, page by page, with what the document or last year says', async () => {
    const { items, total, unowned } = await list();
    expect([total, unowned]).toEqual([5, 4]);
    expect(items.map(({ name, suggested }) => [name, suggested])).toEqual([
      ['办证数量', { because: 'last-year', sectionId: lending.id, section: '借阅股' }],
      ['读者活动场次', { because: 'printed', sectionId: lending.id, section: '借阅股' }],
      ['讲座场次', { because: 'printed', sectionId: null, section: '活动部' }],
      ['归档数量', null],
      ['扫描页数', null],
    ]);
    expect((await list('&unowned=true')).items).toHaveLength(4);
    expect((await list('&unowned=false')).items).toHaveLength(5);
    expect((await app.request('GET', '/indicators/owners?unowned=1')).status).toBe(400);
    expect(await list(`&departmentId=${archive.id}&search=页`)).toMatchObject({
      total: 1,
      items: [{ name: '扫描页数' }],
    });
    expect((await list('&search=服务')).total).toBe(3);
    const first = await list('&unowned=true&limit=3');
    const second = await list(`&unowned=true&limit=3&cursor=${first.nextCursor ?? ''}`);
    expect([...first.items, ...second.items].map(({ name }) => name)).toEqual([
      ...['办证数量', '读者活动场次', '讲座场次', '扫描页数'],
    ]);
    expect(second.nextCursor).toBeNull();
  });

  it('are given to many in one step, each row for itself, and the audit log has every one', async () => {
    const { items } = await list();
    const [cards, events, , , scans] = items as [Listed, Listed, Listed, Listed, Listed];
    const row = ({ id, version }: Listed, sectionId: string | null) => ({ indicatorId: id, version, sectionId });
    const answer = await own([
      row({ ...cards, id: cards.id.toUpperCase() }, lending.id.toUpperCase()),
      row(events, storage.id),
      row(cards, null),
      { ...row(scans, storage.id), version: 9 },
      { ...row(scans, storage.id), indicatorId: library.id },
      row(scans, storage.id),
    ]);
    expect(answer).toMatchObject({ status: 200, body: { written: 1, refused: 5 } });
    expect(answer.body.rows.map(({ problem, version }) => problem?.code ?? version)).toEqual([
      ...[2, 'section-foreign', 'row-twice', 'version-conflict', 'not-found', 'row-twice'],
    ]);
    expect((await own([row(scans, storage.id), row(events, lending.id)])).body).toMatchObject({
      written: 2,
      refused: 0,
    });
    expect((await list()).unowned).toBe(1);
    const { items: lines } = await app.get(AuditReading).list(10);
    expect(lines.filter(({ action }) => action === 'indicator.changed')).toMatchObject([
      { subjectId: events.id, before: { sectionId: null }, after: { sectionId: lending.id }, departmentId: library.id },
      { subjectId: scans.id, after: { sectionId: storage.id } },
      { subjectId: cards.id },
    ]);
    expect((await app.get(AuditService).verify()).broken).toBeNull();
  });

  it('of what a measure feeds are one: who gets one indicator gets all, and enters the measure', async () => {
    const rows = [named('留言回复率'), named('来信回复率')];
    const { indicatorIds } = await SheetFactory.of(library)
      .named('回复')
      .indicators(...rows)
      .insert(app.manager);
    const reading = await SectionFactory.of(library).named('阅览股').insert(app.manager);
    const body = { departmentId: library.id, name: '回复率', indicatorIds };
    const { id } = (await app.request<{ id: string }>('POST', '/measures', { body })).body;
    const owner = async () => (await app.read<{ sectionId: string | null }>(`/measures/${id}`)).sectionId;
    const sections = async () =>
      (await list()).items.filter((one) => indicatorIds.includes(one.id)).map(({ sectionId }) => sectionId);
    const given = (indicatorId: string | undefined, sectionId: string, version: number) => ({
      ...{ indicatorId, version, sectionId },
    });
    expect((await own([given(indicatorIds[0], lending.id, 2)])).body.written).toBe(1);
    expect([await owner(), await sections()]).toEqual([lending.id, [lending.id, lending.id]]);
    const { body: split } = await own([given(indicatorIds[0], reading.id, 3), given(indicatorIds[1], lending.id, 3)]);
    expect(split.rows.map(({ problem }) => problem?.code)).toEqual([undefined, 'shared-otherwise']);
    expect([await owner(), await sections()]).toEqual([reading.id, [reading.id, reading.id]]);
    expect((await app.get(AuditService).verify()).broken).toBeNull();
  });

  it('are a head’s own, and nobody else’s', async () => {
    const { token } = await UserFactory.as('department-head').of(library).insert(app.manager);
    const theirs = (await list()).items.find(({ departmentId }) => departmentId === archive.id)!;
    expect((await list('', token)).items.every(({ departmentId }) => departmentId === library.id)).toBe(true);
    const refused = await own([{ indicatorId: theirs.id, version: theirs.version, sectionId: null }], bearer(token));
    expect(refused.body).toMatchObject({ written: 0, rows: [{ problem: { code: 'not-found' } }] });
  });

  it('that a document prints are suggested after its adoption, and the list of imports counts who has none', async () => {
    const text = `2031年项目支出绩效目标表
预算单位\t某县图书馆
项目名称\t修缮
年度预算总额\t30
一级指标\t二级指标\t三级指标\t指标值\t责任科室\t权重
产出指标\t数量指标\t修缮书架数量\t≥6次\t借阅股\t50
产出指标\t数量指标\t修缮门窗数量\t≥6次\t借阅股\t40
`;
    const { id } = (await upload<{ id: string }>(app, text, '修缮.txt')).body;
    expect(await app.request('POST', `/imports/${id}/adopt`, { body: {} })).toMatchObject({ status: 200 });
    const imported = async () => (await app.read<{ items: { unowned: number }[] }>('/imports')).items[0]?.unowned;
    expect(await imported()).toBe(2);
    const { items } = await app.read<Page>(`/indicators/owners?year=2031&importId=${id}`);
    expect(items.map(({ suggested }) => suggested?.sectionId)).toEqual([lending.id, lending.id]);
    await own(items.map((item) => ({ indicatorId: item.id, version: item.version, sectionId: lending.id })));
    expect(await imported()).toBe(0);
  });
});
