import { type Office, OfficeFactory } from '../factories/office.factory.js';
import { countedStatements } from '../support/counted-statements.js';
import { IF_NONE, ifMatch, TestApp } from '../support/test-app.js';

/** What asks once for each of many is slow where there are many: how many statements are sent does not depend on it. */
describe('the statements of a page that shows many departments', () => {
  let app: TestApp;
  beforeAll(async () => {
    // Months close by themselves: the calendar decides.
    app = (await TestApp.start({ CLOSES_AFTER: 10 })).at('2026-11-05T09:00');
    app.withoutRateLimits();
  });
  afterAll(() => app.close());
  beforeEach(() => app.clear());

  it.each([
    ['/reminders/preview?days=7', 90],
    ['/months?year=2026', 15],
    ['/scores/summary?asOf=2026-10', 15],
  ])('%s', async (route, most) => {
    await OfficeFactory.owing('2026-10').insert(app.manager);
    await app.read(route); // what is made when first asked for, is there
    const ofOne = await countedStatements(() => app.read(route));
    for (let number = 2; number <= 6; number += 1) await OfficeFactory.owing('2026-10').insert(app.manager);
    await app.read(route);
    const ofSix = await countedStatements(() => app.read(route));
    expect(ofSix).toBeLessThanOrEqual(ofOne);
    expect(ofSix).toBeLessThan(most);
  });
});

/** Each is a way to the database and back, and there lies most of the time of a request: raise a number with a reason. */
describe('the statements of what is asked most', () => {
  let app: TestApp;
  let office: Office;
  beforeAll(async () => {
    app = await TestApp.start();
    app.withoutRateLimits();
    office = await OfficeFactory.owing('2026-10').insert(app.manager);
    await app.read('/scores/heat-map?asOf=2026-10'); // what is made when first asked for, is there
  });
  afterAll(() => app.close());

  it.each([
    ['/session', 3],
    ['/work-list?month=2026-10', 9],
    ['/indicator-months?month=2026-10&departmentId=DEPARTMENT', 3],
    ['/months?year=2026', 7],
    ['/scores/summary?asOf=2026-10', 7],
    ['/scores/heat-map?asOf=2026-10', 3],
    ['/target-sheets?limit=50', 2],
    ['/target-sheets/SHEET', 3],
    ['/target-sheets/SHEET/score?asOf=2026-10', 8],
  ])('GET %s', async (route, most) => {
    const known = route.replace('DEPARTMENT', office.department.id).replace('SHEET', office.sheetId);
    expect(await countedStatements(() => app.read(known))).toBe(most);
  });

  it('PUT of an entry', async () => {
    const entry = `/indicators/${office.indicatorId}/progress/2026-10`;
    await app.request('PUT', entry, { body: { value: '1' }, headers: IF_NONE });
    let version = 0;
    const put = () => {
      version += 1;
      return app.request('PUT', entry, { body: { value: `${version + 1}` }, headers: ifMatch(version) });
    };
    // One of them compares the row with its newest line of history.
    expect(await countedStatements(put)).toBe(11);
    const written: unknown = await app.manager.query("SELECT version FROM progress_entry WHERE month = '2026-10'");
    expect(written).toEqual([{ version: 4 }]);
  });
});
