import { TestApp } from '../support/test-app.js';

interface Line {
  readonly route?: string;
  readonly status?: number;
  readonly user?: string;
  readonly problems?: readonly string[];
}

it('what is refused of a request stands in the log by its code and by who asked, and nothing of what was sent', async () => {
  const log: string[] = [];
  const app = await TestApp.start({}, { write: (line) => log.push(line) });
  const told = async (body: object, route = '/departments'): Promise<Line> => {
    log.length = 0;
    await app.request('POST', route, { body });
    const lines = log.map((line) => JSON.parse(line) as Line).filter(({ status }) => status !== undefined);
    expect(lines).toHaveLength(1);
    return lines[0]!;
  };
  const unknownKey = await told({ name: '云山局', "' OR 1=1": 'x' });
  expect(unknownKey).toMatchObject({ status: 400, problems: [expect.any(String), ...unknownKey.problems!.slice(1)] });
  expect(unknownKey.user).toMatch(/^[0-9a-f-]{36}$/);
  expect(log.join('')).not.toContain('OR 1=1');
  const twin = { name: '云山局' };
  expect(await told(twin)).not.toHaveProperty('problems');
  const again = await told(twin);
  expect(again.status).toBeGreaterThanOrEqual(400);
  expect(again.problems!.length).toBeGreaterThan(0);
  expect(log.join('')).not.toContain('云山局');
  await app.close();
});
