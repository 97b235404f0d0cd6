import { DepartmentFactory } from '../factories/department.factory.js';
import { UserFactory } from '../factories/user.factory.js';
import { type Answer, ENGLISH, type ProblemDetails, TestApp } from '../support/test-app.js';

interface Department {
  readonly id: string;
  readonly name: string;
}

let serial = 0;

describe('a POST with an Idempotency-Key', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await TestApp.start();
  });
  afterAll(() => app.close());
  beforeEach(() => app.at('2026-11-24T10:00'));

  const unlike = (what: string) => `${what}-${(serial += 1)}`;
  const create = <T = Department>(name: string, key: string, headers: Record<string, string> = {}) =>
    app.request<T>('POST', '/departments', { body: { name }, headers: { 'idempotency-key': key, ...headers } });
  const countOf = async (name: string) => {
    const [row]: { count: number }[] = await app.manager.query(
      'SELECT count(*)::int AS count FROM department WHERE name = $1',
      [name],
    );
    return row?.count;
  };
  const stateOf = (key: string, state: string) =>
    app.manager.query(`UPDATE idempotency_key SET state = $2, status = NULL, answer = NULL WHERE key = $1`, [
      key,
      state,
    ]);

  it('is done once and answered the same, status and ETag included', async () => {
    const [name, key] = [unlike('部门'), unlike('key')];
    const [first, second] = [await create(name, key), await create(name, key)];
    expect(first).toMatchObject({ status: 201, headers: { etag: '"1"' }, body: { name } });
    expect([second.status, second.headers.etag, second.body]).toEqual([201, '"1"', first.body]);
    expect(await countOf(name)).toBe(1);
  });

  it('is done once when twenty come at the same moment, and all get the same answer', async () => {
    const [name, key] = [unlike('部门'), unlike('key')];
    const answers = await Promise.all(Array.from({ length: 20 }, () => create(name, key)));
    expect(new Set(answers.map(({ status, body }) => JSON.stringify([status, body]))).size).toBe(1);
    expect(answers[0]).toMatchObject({ status: 201, body: { name } });
    expect(await countOf(name)).toBe(1);
  });

  it('is refused when the key stands for another request: another body, or another address', async () => {
    const [name, key] = [unlike('部门'), unlike('key')];
    const { body } = await create(name, key);
    const other = await create<ProblemDetails>(unlike('部门'), key, ENGLISH);
    expect([other.status, other.body.code]).toEqual([422, 'idempotency-key-reused']);
    const route = `/departments/${body.id}/sections`;
    const elsewhere = await app.request('POST', route, { body: { name }, headers: { 'idempotency-key': key } });
    expect([elsewhere.status, elsewhere.body.code]).toEqual([422, 'idempotency-key-reused']);
  });

  it('does not know the keys of other people', async () => {
    const key = unlike('key');
    const { token } = await UserFactory.as('performance-office').insert(app.manager);
    const [own, others] = [unlike('部门'), unlike('部门')];
    await create(own, key);
    expect(await create(others, key, { authorization: `Bearer ${token}` })).toMatchObject({
      status: 201,
      body: { name: others },
    });
  });

  it('may be repeated after it was refused: nothing was done', async () => {
    const [taken, free, key] = [unlike('部门'), unlike('部门'), unlike('key')];
    await DepartmentFactory.new().named(taken).insert(app.manager);
    expect(await create(taken, key)).toMatchObject({ status: 409 });
    expect(await create(free, key)).toMatchObject({ status: 201 });
  });

  it('is never done again when its outcome is unknown, and says what to do', async () => {
    const [name, key] = [unlike('部门'), unlike('key')];
    await create(name, key);
    await stateOf(key, 'unsure');
    const unsure = await create<ProblemDetails>(name, key, ENGLISH);
    expect([unsure.status, unsure.body.code]).toEqual([409, 'outcome-unknown']);
    await stateOf(key, 'under-way'); // as a process leaves it that was killed
    app.at('2026-11-24T10:06');
    expect((await create<ProblemDetails>(name, key)).body.code).toBe('outcome-unknown');
    expect(await countOf(name)).toBe(1);
  });

  it('a failure of the service leaves the outcome unknown', async () => {
    const [name, key] = [unlike('部门'), unlike('key')];
    await app.manager.query('ALTER TABLE department RENAME TO elsewhere');
    const broken = await create(name, key);
    await app.manager.query('ALTER TABLE elsewhere RENAME TO department');
    expect(broken.status).toBe(500);
    expect(await create(name, key)).toMatchObject({ status: 409, body: { code: 'outcome-unknown' } });
  });

  it('may use the key for something else after a day', async () => {
    const [first, second, key] = [unlike('部门'), unlike('部门'), unlike('key')];
    await create(first, key);
    app.at('2026-11-25T10:01');
    expect(await create(second, key)).toMatchObject({ status: 201, body: { name: second } });
  });

  it.each(['', 'with space', '键', 'x'.repeat(256)])('refuses the key “%s”', async (key) => {
    const answer: Answer<ProblemDetails> = await create(unlike('部门'), Buffer.from(key).toString('latin1'));
    expect([answer.status, answer.body.errors[0]?.pointer]).toEqual([400, '/Idempotency-Key']);
  });

  it('is acted on in the name of its sender', async () => {
    const { user, token } = await UserFactory.as('performance-office').insert(app.manager);
    const { body } = await create(unlike('部门'), unlike('key'), { authorization: `Bearer ${token}` });
    const [line]: { actor_id: string }[] = await app.manager.query(
      'SELECT actor_id FROM audit_event WHERE subject_id = $1',
      [body.id],
    );
    expect(line?.actor_id).toBe(user.id);
  });

  /** The answers of these hold a secret that is shown once and must not lie in the database. */
  const WITHOUT = [
    ...['/api/v1/users', '/api/v1/session/tokens'],
    ...['passkeys', 'totp'].map((factor) => `/api/v1/session/second-factor/${factor}`),
  ];

  it('is possible wherever a POST creates something', async () => {
    type Operation = Readonly<{ responses: object; parameters?: readonly { name: string }[] }>;
    const { paths } = await app.read<{ paths: Record<string, { post?: Operation }> }>('/api/openapi.json');
    const lacking = Object.entries(paths)
      .filter(([, { post }]) => post && '201' in post.responses)
      .filter(([, { post }]) => !post?.parameters?.some(({ name }) => name === 'Idempotency-Key'))
      .map(([path]) => path);
    expect(lacking.sort()).toEqual(WITHOUT.sort());
  });
});
