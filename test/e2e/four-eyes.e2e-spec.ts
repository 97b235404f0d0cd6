import exceljs from 'exceljs';
import fc from 'fast-check';
import type { Department } from '../../src/organisation/department.entity.js';
import { DepartmentFactory } from '../factories/department.factory.js';
import { IndicatorFactory } from '../factories/indicator.factory.js';
import { SectionFactory } from '../factories/section.factory.js';
import { SheetFactory } from '../factories/sheet.factory.js';
import { TokenFactory } from '../factories/token.factory.js';
import { UserFactory } from '../factories/user.factory.js';
import { EXPLAINED } from '../support/explained.js';
import { type Answer, bearer, IF_NONE, ifMatch, TestApp } from '../support/test-app.js';
import { formWith } from '../support/upload.js';

const MONTH = '2026-10';
const RUNS = Number(process.env.FOUR_EYES_RUNS ?? 12);

type Person = 'reporter' | 'deputy' | 'head' | 'office';
interface Line {
  readonly action: string;
  readonly who: readonly string[];
}
interface Rows {
  readonly rows: readonly {
    readonly entry: { readonly version: number } | null;
    readonly problem: { code: string } | null;
  }[];
}

describe('nobody approves what they wrote or submitted since the last approval', () => {
  let app: TestApp;
  let department: Department;
  const tokens = {} as Record<Person, string>;
  const names = {} as Record<Person, string>;
  let headId: string;
  let ownIndicator: IndicatorFactory;
  let indicator: string;
  beforeAll(async () => {
    app = await TestApp.start();
    app.withoutRateLimits();
    department = await DepartmentFactory.new().insert(app.manager);
    const section = await SectionFactory.of(department).insert(app.manager);
    const reporter = UserFactory.as('reporter').of(department).reportingFor(section);
    const deputy = await reporter.insert(app.manager);
    const head = UserFactory.as('department-head').of(department).awayWith(deputy.user, '2026-11-01', '2026-11-30');
    const people = {
      deputy,
      head: await head.insert(app.manager),
      reporter: await UserFactory.as('reporter').of(department).reportingFor(section).insert(app.manager),
      office: await UserFactory.as('performance-office').insert(app.manager),
    };
    headId = people.head.user.id;
    for (const [person, { user, token }] of Object.entries(people)) {
      tokens[person as Person] = token;
      names[person as Person] = user.username;
    }
    ownIndicator = IndicatorFactory.new().ownedBy(section);
  });
  afterAll(() => app.close());
  beforeEach(async () => {
    indicator = await newIndicator();
  });

  const newIndicator = async () =>
    (await SheetFactory.of(department).indicators(ownIndicator).insert(app.manager)).indicatorIds[0]!;
  const place = () => `/indicators/${indicator}/progress/${MONTH}`;
  const as = (person: Person, version: number | null) => ({
    ...bearer(tokens[person]),
    ...(version === null ? IF_NONE : ifMatch(version)),
  });
  const content = { value: '5', ...EXPLAINED };
  const save = (person: Person, version: number | null) =>
    app.request('PUT', place(), { body: content, headers: as(person, version) });
  const move = (action: string, person: Person, version: number) =>
    app.request('POST', `${place()}/${action}`, { body: { reason: '核对' }, headers: as(person, version) });
  const bulk = (action: string, body: object, person: Person) =>
    app.request<Rows>('POST', `/progress-entries/bulk${action}`, { body, headers: bearer(tokens[person]) });
  const seen = (version: number | null) => ({ indicatorId: indicator, version });
  const versionNow = async () => (await app.read<{ version: number }>(place())).version;

  /** The ways in which somebody may write an entry of October that is not there yet. */
  const WAYS: Record<string, () => Promise<Answer<unknown>>> = {
    'by itself': () => save('head', null),
    'among many': () => bulk('', { month: MONTH, rows: [{ ...seen(null), ...content }] }, 'head'),
    'in a workbook': async () => {
      const workbook = new exceljs.Workbook();
      const route = `/progress-entries/template?month=${MONTH}`;
      const url = `/api/v1${route}&departmentId=${department.id}`;
      const { rawPayload } = await app.fastify.inject({ url, headers: bearer(tokens.head) });
      await workbook.xlsx.load(new Uint8Array(rawPayload).buffer);
      const [sheet] = workbook.worksheets;
      const headers = sheet!.getRow(2).values as string[];
      const row = sheet!.getColumn(1).values.indexOf(indicator);
      for (const [header, value] of [
        ['填报值', 5],
        ['偏差原因分析', EXPLAINED.deviationReason],
        ['改进措施', EXPLAINED.correctiveMeasure],
      ] as const)
        sheet!.getCell(row, headers.indexOf(header)).value = value;
      const form = formWith(Buffer.from(await workbook.xlsx.writeBuffer()), '填报.xlsx');
      return app.request('POST', `${route}&partial=true`, {
        ...form,
        headers: { ...form.headers, ...bearer(tokens.head) },
      });
    },
    'through a shared measure': async () => {
      const body = { departmentId: department.id, name: `会议 ${indicator}`, indicatorIds: [indicator] };
      const measure = await app.request<{ id: string }>('POST', '/measures', { body });
      const route = `/measures/${measure.body.id}/progress/${MONTH}`;
      return app.request('PUT', route, { body: content, headers: as('head', null) });
    },
    'through a program of theirs': async () => {
      const { token } = await TokenFactory.of({ id: headId }).reporting(indicator).insert(app.manager);
      const headers = bearer(token);
      return app.request('PUT', `${place()}/counts`, { body: { value: '60' }, headers });
    },
  };

  it.each(Object.entries(WAYS))('a head who wrote it %s, where a colleague submits it', async (_, write) => {
    expect((await write()).status).toBe(200);
    const version = await versionNow();
    expect(await move('submit', 'reporter', version)).toMatchObject({ status: 200 });
    const own = { status: 403, body: { code: 'own-submission' } };
    expect(await move('approve', 'head', version + 1)).toMatchObject(own);
    expect(await move('approve', 'deputy', version + 1)).toMatchObject(own);
    const row = { indicatorId: indicator, month: MONTH, version: version + 1 };
    const { body } = await bulk('/approve', { rows: [row] }, 'head');
    expect(body.rows[0]!.problem!.code).toBe('own-submission');
    expect(await move('approve', 'office', version + 1)).toMatchObject({ status: 200, body: { authors: [] } });
  });

  it('a head may approve again what others wrote after the last approval', async () => {
    await save('head', null);
    await move('submit', 'reporter', 1);
    await move('approve', 'office', 2);
    await move('reopen', 'head', 3);
    await save('reporter', 4);
    await move('submit', 'reporter', 5);
    expect(await move('approve', 'head', 6)).toMatchObject({ status: 200 });
  });

  it('is not asked to do what only somebody else may', async () => {
    const waiting = async (person: Person) => {
      const list = { headers: bearer(tokens[person]) };
      const { body } = await app.request<{ waiting: { month: string; entries: number }[] }>(
        'GET',
        `/work-list?month=${MONTH}`,
        list,
      );
      return body.waiting.find(({ month }) => month === MONTH)?.entries ?? 0;
    };
    const before = [await waiting('head'), await waiting('office')];
    await save('head', null);
    await move('submit', 'reporter', 1);
    expect([await waiting('head'), await waiting('office')]).toEqual([before[0], before[1]! + 1]);
  });

  it('gives no points by hand where they wrote the figures', async () => {
    await save('office', null);
    await move('submit', 'reporter', 1);
    await move('approve', 'head', 2);
    const body = { score: '3', fromMonth: MONTH, reason: '复核' };
    const sent = { body, headers: { ...bearer(tokens.office), ...IF_NONE } };
    const refused = await app.request('PUT', `/indicators/${indicator}/score-override`, sent);
    expect(refused).toMatchObject({ status: 403, body: { code: 'own-submission' } });
  });

  interface Step {
    action: string;
    who: Person;
    together: boolean;
  }
  const person = fc.constantFrom<Person>('reporter', 'deputy', 'head', 'office');
  const step: fc.Arbitrary<Step> = fc.record({
    action: fc.constantFrom(
      'save',
      'save',
      'submit',
      'submit',
      'approve',
      'approve',
      'return',
      'reopen',
      'recall',
      'empty',
    ),
    who: person,
    together: fc.boolean(),
  });
  const bothKinds = [
    { action: 'save', who: 'head' },
    { action: 'submit', who: 'head' },
    { action: 'approve', who: 'head' },
    { action: 'approve', who: 'office' },
  ].map((one) => ({ ...one, together: false })) as Step[];
  /** Who stands behind an act: whoever acts, and the head whom the deputy approves for. */
  const behind = (who: Person, action: string) => [
    names[who],
    ...(who === 'deputy' && ['approve', 'return', 'reopen'].includes(action) ? [names.head] : []),
  ];
  const perform = async (action: string, who: Person, together: boolean, version: number | null): Promise<string> => {
    if (!together) {
      if (action === 'save') return codeOf(await save(who, version));
      if (action === 'empty') return codeOf(await app.request('DELETE', place(), { headers: as(who, version ?? 1) }));
      return codeOf(await move(action, who, version ?? 1));
    }
    const row = { ...seen(version), ...(action === 'save' ? content : { empty: true }) };
    const saves = action === 'save' || action === 'empty';
    const rows = saves ? [row] : [{ ...seen(version ?? 1), month: MONTH }];
    const body = saves ? { month: MONTH, rows } : { rows, reason: '核对' };
    const withReason = ['return', 'reopen'].includes(action) ? body : { ...body, reason: undefined };
    const answer = await bulk(saves ? '' : `/${action}`, withReason, who);
    if (answer.status !== 200) return codeOf(answer as unknown as Answer<{ code: string }>);
    return answer.body.rows[0]!.problem?.code ?? 'done';
  };

  it(`whatever four people do in whatever order (${RUNS} sequences)`, async () => {
    let [approved, refused] = [0, 0];
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 8, maxLength: 24 }), async (steps) => {
        indicator = await newIndicator();
        const lines: Line[] = [];
        let [status, version] = ['none', 0];
        for (const { action, who, together } of steps) {
          const since = lines.slice(lines.findLastIndex((line) => line.action === 'approve') + 1);
          const writers = since
            .filter((line) => ['save', 'empty', 'submit'].includes(line.action))
            .flatMap((line) => line.who);
          const code = await perform(action, who, together, status === 'none' ? null : version);
          if (action === 'approve' && status === 'submitted' && who !== 'reporter') {
            const isOwn = behind(who, action).some((name) => writers.includes(name));
            expect([who, code]).toEqual([who, isOwn ? 'own-submission' : 'done']);
            if (isOwn) refused += 1;
            else approved += 1;
          }
          if (code !== 'done') continue;
          lines.push({ action, who: behind(who, action) });
          const now = await app.request<{ status: string; version: number }>('GET', place());
          status = now.status === 404 ? 'none' : now.body.status;
          version = now.status === 404 ? version + 1 : now.body.version;
        }
      }),
      // Few sequences need not hold an approval of each kind: this one does.
      { numRuns: RUNS, examples: [[bothKinds]] },
    );
    expect(Math.min(approved, refused)).toBeGreaterThan(0);
  }, 600_000);
});

const codeOf = ({ status, body }: Answer<{ code?: string } | undefined>): string =>
  status < 300 ? 'done' : (body?.code ?? String(status));
