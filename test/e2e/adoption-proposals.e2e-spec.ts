import type { Contact } from '../../src/organisation/contact.entity.js';
import type { Department } from '../../src/organisation/department.entity.js';
import { Section } from '../../src/organisation/section.entity.js';
import { ContactFactory } from '../factories/contact.factory.js';
import { DepartmentFactory } from '../factories/department.factory.js';
import { IndicatorFactory } from '../factories/indicator.factory.js';
import { SectionFactory } from '../factories/section.factory.js';
import { SheetFactory } from '../factories/sheet.factory.js';
import { ImportRequests } from '../support/imports/import-requests.js';
import { TestApp } from '../support/test-app.js';

interface Proposal {
  readonly key: string;
  readonly kind: 'section' | 'contact' | 'goal' | 'owner';
  readonly name?: string;
  readonly phone?: string | null;
  readonly email?: string | null;
  readonly duty?: string;
  readonly because?: string;
  readonly rows?: readonly string[];
  readonly message: { readonly zh: string };
  readonly isClear: boolean;
  readonly declinedBy: number | null;
}
interface Sheet {
  readonly indicators: readonly { readonly id: string; readonly section: { readonly name: string } | null }[];
  readonly goals: readonly { readonly indicatorIds: readonly string[] }[];
}

const DOCUMENT = `2031年项目支出绩效目标表
预算单位\t某县文化馆
项目名称\t培训
联系人\t张示范
联系电话\t13800000000
电子邮箱\tzhang@example.org
年度预算总额\t30
项目总体目标\t1、举办培训班6次。2、学员普遍满意。
一级指标\t二级指标\t三级指标\t指标值\t权重\t责任科室
产出指标\t数量指标\t培训班次数\t≥6次\t50\t培训部
产出指标\t质量指标\t合格率\t≥95%\t30\t培训部
效益指标\t满意度指标\t学员满意度\t≥90%\t10\t
`;

describe('what an adoption can take from a document beyond its sheets', () => {
  let app: TestApp;
  let office: ImportRequests;
  beforeAll(async () => {
    app = await TestApp.start();
    app.withoutRateLimits();
    office = new ImportRequests(app);
  });
  afterAll(() => app.close());
  beforeEach(() => app.clear());

  const proposals = async (id: string) => (await app.read<{ items: Proposal[] }>(`/imports/${id}/proposals`)).items;
  const kinds = (items: readonly Proposal[], kind: Proposal['kind']) => items.filter((one) => one.kind === kind);
  const hall = () => DepartmentFactory.new().named('某县文化馆').insert(app.manager);
  const lastYear = async (own: Department, section: Section) =>
    SheetFactory.of(own)
      .inYear(2030)
      .indicators(IndicatorFactory.ratio('90').named('学员 满意度').ownedBy(section))
      .insert(app.manager);
  const contacts = async () => (await app.read<{ items: Contact[] }>('/contacts')).items;

  it('is shown, with numbers masked, and nothing of it is taken that the adoption does not name', async () => {
    const own = await hall();
    const office2 = await SectionFactory.of(own).named('办公室').insert(app.manager);
    await lastYear(own, office2);
    const { id } = await office.upload(DOCUMENT);
    const items = await proposals(id);
    expect(items).toMatchObject([
      { kind: 'section', name: '培训部', isClear: true },
      { kind: 'contact', name: '张示范', phone: '138****0000', email: 'z***@example.org', duty: 'head' },
      { kind: 'goal', goal: 0, rows: ['s0r0'], isClear: true },
      { kind: 'goal', goal: 1, rows: ['s0r2'] },
      { kind: 'owner', because: 'printed', name: '培训部', rows: ['s0r0', 's0r1'], isClear: true },
      { kind: 'owner', because: 'last-year', sectionId: office2.id, rows: ['s0r2'], isClear: false },
    ]);
    const { body } = await office.adopt(id);
    expect(await proposals(id)).toEqual([]); // it is too late for them
    const sheet = await app.read<Sheet>(`/target-sheets/${body.targetSheetIds[0]!}`);
    expect(sheet.indicators.map(({ section }) => section)).toEqual([null, null, null]);
    expect(sheet.goals.map(({ indicatorIds }) => indicatorIds)).toEqual([[], []]);
    expect([await app.count('section'), await app.count('contact')]).toEqual([1, 0]);
  });

  it.each(['张*范', '张××', '李某', '王x'])(
    'never makes a person of %s, a name that was published masked',
    async (name) => {
      const { id } = await office.upload(DOCUMENT.replace('张示范', name));
      expect(kinds(await proposals(id), 'contact')).toEqual([]);
    },
  );

  it('is taken as proposed or changed, and goes again with the adoption where nobody has used it', async () => {
    const { id } = await office.upload(DOCUMENT);
    const items = await proposals(id);
    const taken = items.map(({ key, kind }) => (kind === 'contact' ? { key, duty: 'reporter' } : { key }));
    const { status, body } = await office.adopt(id, { proposals: taken });
    expect([status, body.title]).toEqual([200, undefined]);
    const sheet = await app.read<Sheet>(`/target-sheets/${body.targetSheetIds[0]!}`);
    const [classes, , pleased] = sheet.indicators;
    expect(sheet.indicators.map(({ section }) => section?.name ?? null)).toEqual(['培训部', '培训部', null]);
    expect(sheet.goals.map(({ indicatorIds }) => indicatorIds)).toEqual([[classes?.id], [pleased?.id]]);
    expect(await contacts()).toMatchObject([
      { name: '张示范', phone: '13800000000', email: 'zhang@example.org', duty: 'reporter' },
    ]);
    const undone = await office.undo(id, 3);
    expect([undone.status, undone.body.adoption]).toEqual([200, null]);
    const left = ['department', 'section', 'contact', 'target_sheet'].map((table) => app.count(table));
    expect(await Promise.all(left)).toEqual([0, 0, 0, 0]);
    expect((await office.adopt(id)).status).toBe(200); // the draft still names them
    expect([await app.count('section'), await app.count('contact')]).toEqual([1, 1]);
  });

  it('stays after the undoing where somebody has used or changed it', async () => {
    const { id } = await office.upload(DOCUMENT);
    const items = await proposals(id);
    await office.adopt(id, { proposals: items.map(({ key }) => ({ key })) });
    const section = await app.manager.findOneByOrFail(Section, { name: '培训部' });
    const [contact] = await contacts();
    const own = { id: section.departmentId } as Department;
    await ContactFactory.of(own).reportingFor(section).insert(app.manager);
    await app.request('PATCH', `/contacts/${contact!.id}`, {
      body: { name: '张示例' },
      headers: { 'if-match': '"1"' },
    });
    expect(await office.undo(id, 3)).toMatchObject({ status: 200 });
    const left = ['department', 'section', 'contact', 'target_sheet'].map((table) => app.count(table));
    expect(await Promise.all(left)).toEqual([1, 1, 2, 0]);
  });

  it('asks for the address that a contact needs, and knows what is there already', async () => {
    const own = await hall();
    await SectionFactory.of(own).named('培 训部').insert(app.manager);
    const { id } = await office.upload(DOCUMENT.replace('电子邮箱\tzhang@example.org\n', ''));
    const items = await proposals(id);
    expect(kinds(items, 'section')).toEqual([]);
    expect(kinds(items, 'owner')).toMatchObject([{ because: 'printed', name: '培 训部' }]);
    const [contact] = kinds(items, 'contact') as [Proposal];
    expect(contact.email).toBeNull();
    expect(await office.adopt(id, { proposals: [{ key: contact.key }] })).toMatchObject({
      status: 422,
      body: { code: 'email-missing', errors: [{ pointer: '/proposals/0/email' }] },
    });
    expect(await office.adopt(id, { proposals: [{ key: 'other' }] })).toMatchObject({
      status: 422,
      body: { code: 'proposal-unknown', errors: [{ pointer: '/proposals/0/key' }] },
    });
    expect(await app.count('target_sheet')).toBe(0);
    const given = { key: contact.key, email: 'office@example.org' };
    expect((await office.adopt(id, { proposals: [given] })).status).toBe(200);
    expect(await contacts()).toMatchObject([{ name: '张示范', email: 'office@example.org', duty: 'head' }]);
    const next = DOCUMENT.replace('2031年', '2032年').replace('\t培训\n', '\t展览\n');
    const known = await office.upload(next.replace('电子邮箱\tzhang@example.org\n', ''));
    expect(kinds(await proposals(known.id), 'contact')).toEqual([]);
    const [namesake] = kinds(await proposals((await office.upload(next)).id), 'contact');
    expect(namesake).toMatchObject({ name: '张示范', duty: 'reporter' });
    expect(namesake?.message.zh).toContain('部门已有同名联系人');
  });

  it('gives a section that is made by another name the rows of the printed one', async () => {
    const { id } = await office.upload(DOCUMENT);
    const taken = (await proposals(id)).flatMap(({ key, kind }) => {
      if (kind === 'section') return [{ key, name: '培训科' }];
      return kind === 'owner' ? [{ key }] : [];
    });
    const { body } = await office.adopt(id, { proposals: taken });
    const { indicators } = await app.read<Sheet>(`/target-sheets/${body.targetSheetIds[0]!}`);
    expect(indicators.map(({ section }) => section?.name ?? null)).toEqual(['培训科', '培训科', null]);
    expect(await app.count('section')).toBe(1);
  });

  it('stays declined once it was, until that is undone', async () => {
    const { id } = await office.upload(DOCUMENT);
    const declined = async () =>
      (await proposals(id)).map(({ kind, declinedBy }) => (declinedBy === null ? kind : `${kind} ${declinedBy}`));
    const key = (items: readonly Proposal[], kind: Proposal['kind']) => kinds(items, kind)[0]!.key;
    const items = await proposals(id);
    const repaired = await office.repair(
      id,
      1,
      { kind: 'decline', proposals: [key(items, 'section'), key(items, 'owner')] },
      { kind: 'decline', proposals: [key(items, 'contact')] },
    );
    expect([repaired.status, repaired.body.title]).toEqual([200, undefined]);
    expect(await declined()).toEqual(['section 1', 'contact 2', 'goal', 'goal', 'owner 1']);
    await office.upload(DOCUMENT); // read again, it is the same draft
    const own = await hall(); // what there is in the department by now changes words and duties
    await ContactFactory.of(own).as('head').insert(app.manager);
    await SectionFactory.of(own).named('培训部').insert(app.manager);
    expect(await declined()).toEqual(['contact 2', 'goal', 'goal', 'owner 1']);
    const history = await app.read<{ items: { changes: object[] }[] }>(`/imports/${id}/repairs`);
    expect(history.items[1]?.changes).toMatchObject([{ field: 'proposal', name: expect.stringContaining('张示范') as string, from: null, to: { by: 2 } }]); // prettier-ignore
    const contact = key(items, 'contact');
    expect(await office.adopt(id, { proposals: [{ key: contact }] })).toMatchObject({
      status: 422,
      body: { code: 'proposal-declined', errors: [{ pointer: '/proposals/0/key' }] },
    });
    expect((await office.repair(id, 2, { kind: 'undo', number: 2 })).status).toBe(200);
    expect(await declined()).toEqual(['contact', 'goal', 'goal', 'owner 1']);
    expect((await office.adopt(id, { proposals: [{ key: contact }] })).status).toBe(200);
  });

  it('is declined only where it is one', async () => {
    const { id } = await office.upload(DOCUMENT);
    const [section] = await proposals(id);
    const proposalsGiven = [section!.key, 'other'];
    expect(await office.repair(id, 1, { kind: 'decline', proposals: proposalsGiven })).toMatchObject({
      status: 422,
      body: { code: 'proposal-unknown', errors: [{ pointer: '/repairs/0/proposals/1' }] },
    });
    expect(await office.repair(id, 1, { kind: 'decline', proposals: [] })).toMatchObject({ status: 400 });
    expect(await office.repair(id, 1, { kind: 'decline', proposals: [section!.key], messages: [] })).toMatchObject({ status: 400 }); // prettier-ignore
    expect((await proposals(id)).every(({ declinedBy }) => declinedBy === null)).toBe(true);
  });
});
