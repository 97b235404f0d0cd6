import { DepartmentFactory } from '../factories/department.factory.js';
import { IndicatorFactory } from '../factories/indicator.factory.js';
import { SheetFactory } from '../factories/sheet.factory.js';
import { ENGLISH, IF_NONE, TestApp } from '../support/test-app.js';

describe('what may be entered for a month', () => {
  let app: TestApp;
  let [count, ratio, quality]: string[] = [];
  beforeAll(async () => {
    app = await TestApp.start();
    const department = await DepartmentFactory.new().insert(app.manager);
    const rows = [IndicatorFactory.new(), IndicatorFactory.ratio(), IndicatorFactory.qualitative()];
    const sheet = SheetFactory.of(department).indicators(...rows.map((row) => row.weighing('30')));
    [count, ratio, quality] = (await sheet.insert(app.manager)).indicatorIds;
  });
  afterAll(() => app.close());
  /** What was right and is there: everything else leaves nothing. */
  let saved = 0;
  afterEach(async () => {
    expect(await app.count('progress_entry')).toBe(saved);
    expect(await app.count('progress_change')).toBe(saved);
  });

  const save = (indicator: string | undefined, body: object, month = '2026-10') =>
    app.request('PUT', `/indicators/${indicator!}/progress/${month}`, { body, headers: { ...IF_NONE, ...ENGLISH } });
  const raw = (payload: string | Buffer) =>
    app.request('PUT', `/indicators/${count!}/progress/2026-10`, {
      payload,
      headers: { ...IF_NONE, 'content-type': 'application/json' },
    });

  it.each([
    '１２',
    '1,314.40',
    '1e400',
    'NaN',
    'Infinity',
    '',
    ' 5',
    '5 ',
    '.5',
    '5.',
    '+5',
    '0x10',
    '1.1234567',
    '９',
  ])('the value %j is not a number: 400 that points at it', async (value) => {
    const { status, body } = await save(count, { value });
    expect([status, body.errors.map(({ pointer }) => pointer)]).toEqual([400, ['/value']]);
  });

  it.each([5, true, ['5'], { value: '5' }])('the value %j is no text: 400', async (value) => {
    expect((await save(count, { value })).status).toBe(400);
  });

  it('a number of 16 digits is too large to be entered', async () => {
    expect((await save(count, { value: '1234567890123456' })).status).toBe(400);
  });

  it.each([
    ['numerator above denominator', () => save(ratio, { numerator: '11', denominator: '10' }), '/numerator'],
    ['a negative numerator', () => save(ratio, { numerator: '-1', denominator: '10' }), '/numerator'],
    ['a denominator that is missing', () => save(ratio, { numerator: '1' }), '/denominator'],
    ['a value for a ratio', () => save(ratio, { value: '95' }), '/value'],
    ['a grade for a count', () => save(count, { value: '5', grade: 'achieved' }), '/grade'],
    ['nothing at all', () => save(count, {}), '/value'],
    ['a value beside not applicable', () => save(count, { value: '5', notApplicable: true }), '/value'],
    ['not applicable without a reason', () => save(count, { notApplicable: true }), '/notApplicableReason'],
    [
      'not applicable with an empty reason',
      () => save(count, { notApplicable: true, notApplicableReason: '  ' }),
      '/notApplicableReason',
    ],
    ['a coefficient above 1', () => save(quality, { grade: 'achieved', coefficient: '1.1' }), '/coefficient'],
    ['a coefficient below its band', () => save(quality, { grade: 'achieved', coefficient: '0.79' }), '/coefficient'],
    ['the upper end of a band', () => save(quality, { grade: 'partial', coefficient: '0.8' }), '/coefficient'],
    ['a negative coefficient', () => save(quality, { grade: 'missed', coefficient: '-0.1' }), '/coefficient'],
    ['a grade without its coefficient', () => save(quality, { grade: 'achieved' }), '/coefficient'],
  ])('%s is refused with 422 that points at the field', async (_, attempt, pointer) => {
    const { status, body } = await attempt();
    expect([status, body.code]).toEqual([422, 'entry-invalid']);
    expect(body.errors.map((error) => error.pointer)).toContain(pointer);
  });

  it('all that is wrong with an entry is said at once', async () => {
    const { body } = await save(ratio, { value: '5', grade: 'achieved' });
    expect(body.errors.map(({ pointer }) => pointer)).toEqual(['/value', '/grade', '/numerator', '/denominator']);
  });

  it('a month opens on the first day of the next month, in local time', async () => {
    const entry = { value: '5' };
    expect(await save(count, entry, '2026-11')).toMatchObject({ status: 422, body: { code: 'month-not-open' } });
    app.at('2026-11-30T23:59');
    expect(await save(count, entry, '2026-11')).toMatchObject({ status: 422 });
    app.at('2026-12-01T00:00');
    expect((await save(count, entry, '2026-11')).status).toBe(200);
    saved += 1;
    app.at('2026-11-24T10:00');
  });

  it('a month of another year is refused', async () => {
    for (const month of ['2025-12', '2027-01']) {
      const { status, body } = await save(count, { value: '5' }, month);
      expect([status, body.errors[0]]).toMatchObject([422, { code: 'month-outside-year', pointer: '/month' }]);
    }
  });

  it.each(['2026-13', '2026-00', '2026-1', '202610', 'october', '２０２６-10', '2026-10-01'])(
    '%s is no month',
    async (month) => {
      const { status, body } = await save(count, { value: '5' }, encodeURIComponent(month));
      expect([status, body.errors[0]?.pointer]).toEqual([400, '/month']);
    },
  );

  it('an indicator that does not exist is not found, whatever its id looks like', async () => {
    for (const id of ['01930000-0000-7000-8000-000000000000', '1', 'null', "x' OR 1=1"]) {
      expect((await save(encodeURIComponent(id), { value: '5' })).status).toBe(404);
    }
  });

  it('an unknown key is refused by name', async () => {
    const { status, body } = await save(count, { value: '5', status: 'approved' });
    expect([status, body.errors[0]?.pointer]).toEqual([400, '/status']);
  });

  it.each(['{"value":"5","__proto__":{"status":"approved"}}', '{"value":"5","constructor":{"prototype":{"x":1}}}'])(
    'the body %s poisons nothing and is refused',
    async (payload) => {
      const { status, headers } = await raw(payload);
      expect([status, headers['content-type']]).toEqual([400, expect.stringContaining('problem+json')]);
      expect(({} as Record<string, unknown>).status).toBeUndefined();
    },
  );

  it.each(['note', 'deviationReason', 'correctiveMeasure'])('a NUL character in %s is refused', async (field) => {
    expect((await save(count, { value: '5', [field]: 'a\u0000b' })).status).toBe(400);
  });

  it.each(['', '{', 'null', '[]', '"5"', '12', Buffer.from([0x7b, 0xff, 0xfe, 0x7d])])(
    'the body %j is refused with a problem, never with a 5xx',
    async (payload) => {
      const { status, headers } = await raw(payload);
      expect(status).toBeGreaterThanOrEqual(400);
      expect(status).toBeLessThan(500);
      expect(headers['content-type']).toMatch('problem+json');
    },
  );

  it('a body of 3 MB is refused with 413', async () => {
    const { status, headers } = await raw(JSON.stringify({ value: '5', note: 'x'.repeat(3 * 1024 * 1024) }));
    expect([status, headers['content-type']]).toEqual([413, expect.stringContaining('problem+json')]);
  });
});
