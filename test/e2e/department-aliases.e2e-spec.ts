import type { Department } from '../../src/organisation/department.entity.js';
import { DepartmentFactory } from '../factories/department.factory.js';
import { UserFactory } from '../factories/user.factory.js';
import { ImportRequests, type ShownImport } from '../support/imports/import-requests.js';
import { bearer, ifMatch, TestApp } from '../support/test-app.js';

interface Alias {
  readonly id: string;
  readonly departmentId: string;
  readonly name: string;
  readonly kind: string;
  readonly decidedBy: string;
  readonly version: number;
}

let year = 2030;
/** Another document each time, with a sheet for each of these printed names. */
function printing(...departments: string[]): string {
  year += 1;
  const sheet = (department: string, place: number) => `${year}年项目支出绩效目标表
预算单位\t${department}
项目名称\t培训${place}
年度预算总额（万元）\t30
一级指标\t二级指标\t三级指标\t指标值\t权重
产出指标\t数量指标\t办班次数\t≥6次\t50
效益指标\t满意度指标\t学员满意度\t≥90%\t40
`;
  return departments.map(sheet).join('\n');
}

describe('the department that a printed name means', () => {
  let app: TestApp;
  let office: ImportRequests;
  beforeAll(async () => {
    app = await TestApp.start();
    app.withoutRateLimits();
    office = new ImportRequests(app);
  });
  afterAll(() => app.close());
  beforeEach(() => app.clear());

  const department = (name: string) => DepartmentFactory.new().named(name).insert(app.manager);
  const headOf = async (own: Department) => (await UserFactory.as('department-head').of(own).insert(app.manager)).token;
  const asked = ({ draft }: ShownImport) => draft.doubts.filter(({ code }) => code === 'department-alias');
  const map = (sheet: string, to: Department, remember = true) => {
    return { kind: 'map-department', sheets: [sheet], departmentId: to.id, remember };
  };
  const aliases = async (token?: string) => {
    const headers = token === undefined ? {} : bearer(token);
    return (await app.request<{ items: Alias[] }>('GET', '/department-aliases', { headers })).body.items;
  };
  /** Names of the departments that the adopted sheets belong to. */
  async function adoptedFor(by: ImportRequests, id: string, body: object = {}): Promise<string[]> {
    const { body: adopted } = await by.adopt(id, body);
    return Promise.all(
      adopted.targetSheetIds.map(
        async (sheet) => (await app.read<{ department: { name: string } }>(`/target-sheets/${sheet}`)).department.name,
      ),
    );
  }

  it('is said once: the next document finds it, says so, and can be told otherwise', async () => {
    const hall = await department('某县文化馆');
    const first = await office.upload(printing('县文馆'));
    expect(asked(first)).toMatchObject([{ severity: 'info', answers: [{ choice: 'departmentAsPrinted' }] }]);
    expect(asked(first)[0]?.message.zh).toMatch(/^现有部门中没有“县文馆”，采用时将新建。/);
    expect(await office.repair(first.id, 1, map('s0', hall))).toMatchObject({ status: 200 });
    expect(await adoptedFor(office, first.id)).toEqual(['某县文化馆']);
    const next = await office.upload(printing('县文馆', '县 文馆（219001）'));
    const [doubt, ...others] = asked(next);
    expect([doubt?.severity, others.length]).toEqual(['info', 1]); // one for each spelling
    expect(doubt?.message.zh).toMatch(/^文件印作“县文馆”，按“某县文化馆”处理：由 .+ 于 2026-11-24 指定。$/);
    expect(doubt?.message.en).toMatch(/^Printed as “县文馆”, read as “某县文化馆”: as decided by .+ on 2026-11-24\.$/);
    expect(await adoptedFor(office, next.id)).toEqual(['某县文化馆', '某县文化馆']);
    const other = await office.upload(printing('县文馆'));
    const answer = { kind: 'answer', doubts: [asked(other)[0]?.key], choice: 'departmentAsPrinted' };
    const { body } = await office.repair(other.id, 1, answer);
    expect(asked(body)).toEqual([]);
    expect(await adoptedFor(office, other.id)).toEqual(['县文馆']);
  });

  it('is known to drafts that were read before it was said, in lists and adoption too, and again when it is forgotten', async () => {
    const [hall, library] = [await department('某县文化馆'), await department('某县图书馆')];
    const open = await office.upload(printing('县文馆', '某县图书馆本级'));
    const figures = async () => {
      const { items } = await app.read<{ items: { id: string; summary: { doubts: object } }[] }>('/imports');
      return items.find(({ id }) => id === open.id)?.summary.doubts;
    };
    const doubts = async () =>
      asked(await app.read<ShownImport>(`/imports/${open.id}`)).map(({ severity }) => severity);
    const before = await figures();
    expect(await doubts()).toEqual(['info', 'warning']);
    await office.repair((await office.upload(printing('县文馆'))).id, 1, map('s0', hall));
    await office.repair((await office.upload(printing('某县图书馆（本级）'))).id, 1, map('s0', library));
    expect(await doubts()).toEqual(['info', 'info']);
    expect(await figures()).toEqual({ ...before, info: 2, warning: 0 });
    const [kept] = await aliases();
    await app.request('DELETE', `/department-aliases/${kept!.id}`, { headers: ifMatch(kept!.version) });
    expect(await doubts()).toEqual(['info', 'info']); // unknown again
    expect(await adoptedFor(office, open.id)).toEqual(['县文馆', '某县图书馆']);
    await office.repair((await office.upload(printing('县文馆'))).id, 1, map('s0', hall));
    expect([await doubts(), await figures()]).toEqual([['info', 'info'], { ...before, info: 2, warning: 0 }]); // as it was adopted
  });

  it('of which there was an error stands against no adoption once it was said elsewhere', async () => {
    const [, own] = [await department('某县文旅局'), await department('某县文旅局本级')];
    const open = await office.upload(printing('某县文旅局（本级）'));
    const other = await office.upload(printing('某县文旅局（本级）'));
    await office.repair(other.id, 1, map('s0', own));
    expect(await adoptedFor(office, open.id, { withoutErrors: true })).toEqual([own.name]);
  });

  it('is not remembered unless that is said, nor when the repair is undone', async () => {
    const hall = await department('某县文化馆');
    const first = await office.upload(printing('县文馆'));
    await office.repair(first.id, 1, map('s0', hall, false));
    expect(await aliases()).toEqual([]);
    await office.repair(first.id, 2, map('s0', hall));
    expect(await aliases()).toMatchObject([{ departmentId: hall.id, name: '县文馆', kind: 'said' }]);
    await office.repair(first.id, 3, { kind: 'undo', number: 2 });
    expect(await aliases()).toEqual([]);
  });

  it('is asked where it may be one of several, and never guessed', async () => {
    const [bureau, own] = [await department('某县文旅局'), await department('某县文旅局本级')];
    const first = await office.upload(printing('某县文旅局（本级）', '某县文旅局（本级）'));
    const [doubt, ...others] = asked(first);
    expect([doubt?.severity, others]).toEqual(['error', []]);
    expect(doubt?.answers.map(({ choice }) => choice).sort()).toEqual(
      [`departmentId=${bureau.id}`, `departmentId=${own.id}`, 'departmentAsPrinted'].sort(),
    );
    expect(await office.adopt(first.id)).toMatchObject({
      status: 422,
      body: { code: 'department-ambiguous', errors: [{ pointer: '/sheets/0/department' }] },
    });
    expect(await app.count('department')).toBe(2);
    const all = { kind: 'answer-all', code: 'department-alias', choice: `departmentId=${own.id}` };
    await office.repair(first.id, 1, all);
    expect(await adoptedFor(office, first.id)).toEqual([own.name, own.name]);
    const next = await office.upload(printing('某县文旅局（本级）'));
    expect(asked(next)).toMatchObject([{ severity: 'info' }]);
    expect(await adoptedFor(office, next.id)).toEqual([own.name]);
  });

  it('is a warning where only 本级 sets the names apart', async () => {
    await department('某县文化馆');
    const near = await office.upload(printing('某县文化馆本级'));
    expect(asked(near)).toMatchObject([{ severity: 'warning' }]);
    expect(asked(await office.upload(printing(' 某县　文化馆 ')))).toEqual([]);
    const decisions = { sheetDecisions: [{ sheet: 0, departmentAsPrinted: true }] };
    expect(await adoptedFor(office, near.id, decisions)).toEqual(['某县文化馆本级']);
  });

  it('is still found by its former name after a department was renamed', async () => {
    const hall = await department('某县群艺馆');
    await app.request('PATCH', `/departments/${hall.id}`, { body: { name: '某县文化馆' }, headers: ifMatch(1) });
    const old = await office.upload(printing('某县群艺馆'));
    expect(asked(old)).toMatchObject([{ severity: 'info' }]);
    expect(asked(old)[0]?.message.zh).toContain('是其原名（2026-11-24 更名）');
    const { sheets } = await app.read<{ sheets: object[] }>(`/imports/${old.id}/differences`);
    expect(sheets).toMatchObject([{ state: 'new' }]);
    expect(await adoptedFor(office, old.id)).toEqual(['某县文化馆']);
    const again = await office.upload(`${printing('某县群艺馆').replaceAll(String(year), String(year - 1))}\n注：重报`);
    const newer = await app.read<{ sheets: object[] }>(`/imports/${again.id}/differences`);
    expect(newer.sheets).toMatchObject([{ state: 'same' }]);
  });

  it('said by a head holds for that head alone, and changes nothing for documents of the office', async () => {
    const [own, other] = [await department('某县图书馆'), await department('某县文化馆')];
    const head = office.by(await headOf(own));
    const first = await head.upload(printing('某县文化馆'));
    expect(await head.adopt(first.id)).toMatchObject({ status: 422, body: { code: 'foreign-department' } });
    await head.repair(first.id, 1, map('s0', own));
    expect(await adoptedFor(head, first.id)).toEqual([own.name]);
    expect(await adoptedFor(head, (await head.upload(printing('某县文化馆'))).id)).toEqual([own.name]);
    expect(await adoptedFor(office, (await office.upload(printing('某县文化馆'))).id)).toEqual([other.name]);
  });

  it('can be looked up and forgotten by whoever said it, and by nobody else', async () => {
    const [own, other] = [await department('某县图书馆'), await department('某县文化馆')];
    const [token, foreign] = [await headOf(own), await headOf(other)];
    const head = office.by(token);
    await head.repair((await head.upload(printing('县图'))).id, 1, map('s0', own));
    await office.repair((await office.upload(printing('图书馆'))).id, 1, map('s0', own));
    expect((await aliases(token)).map(({ name }) => name)).toEqual(['县图', '图书馆']);
    expect(await aliases(foreign)).toEqual([]);
    const [mine, theirs] = (await aliases()) as [Alias, Alias];
    const remove = ({ id, version }: Alias, by: string) =>
      app.request('DELETE', `/department-aliases/${id}`, { headers: { ...ifMatch(version), ...bearer(by) } });
    expect(await remove(mine, foreign)).toMatchObject({ status: 404 });
    expect(await remove(theirs, token)).toMatchObject({ status: 404 });
    expect(await remove({ ...mine, version: 7 }, token)).toMatchObject({ status: 412 });
    expect(await remove(mine, token)).toMatchObject({ status: 204 });
    expect((await aliases()).map(({ name }) => name)).toEqual(['图书馆']);
  });
});
