import { OfficeFactory } from '../factories/office.factory.js';
import { countedStatements } from '../support/counted-statements.js';
import { TestApp } from '../support/test-app.js';

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
