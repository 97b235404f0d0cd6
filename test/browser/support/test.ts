import { expect, type Page, test as base } from '@playwright/test';
import { Installation, NOW, OFFICE, type Person } from './installation.js';
import { faultsOf } from './page-faults.js';

export const DESK = { width: 1280, height: 900 };
export const PHONE = { width: 360, height: 740 };

interface Look {
  /** null: nobody has signed in. */
  readonly as?: Person | null;
  readonly viewport?: { width: number; height: number };
  readonly colorScheme?: 'light' | 'dark';
  /** Opens another tab of that page's browser; with `as`, somebody else has signed in there meanwhile. */
  readonly beside?: Page;
}

interface ForEachTest {
  /** A page as somebody of the sample year sees it, in a browser of their own. */
  readonly open: (address: string, look?: Look) => Promise<Page>;
}

interface ForEachWorker {
  /**
   * When the tests of a file take place, by the server's clock: `test.use({ now: '2027-01-08T09:00:00+08:00' })`. The pages
   * follow it; the computer's own clock (`page.clock`) says what it likes.
   */
  readonly now: string;
  /** Files that name one of their own share no service with others: for what changes everybody's pages. */
  readonly installation: string;
  /** Environment of the service, for a file with an installation of its own. */
  readonly settings: Readonly<Record<string, string>>;
  readonly service: Installation;
}

export const test = base.extend<ForEachTest, ForEachWorker>({
  now: [NOW, { scope: 'worker', option: true }],
  installation: ['shared', { scope: 'worker', option: true }],
  settings: [{}, { scope: 'worker', option: true }],
  service: [
    async ({ installation, now, settings }, use) => {
      const service = await Installation.begin(installation, now, settings);
      await use(service);
      await service.end();
    },
    { scope: 'worker' },
  ],
  baseURL: async ({ service }, use) => {
    await use(service.address);
  },
  open: async ({ browser, service }, use) => {
    const faults: string[] = [];
    await use(async (address, { as, viewport = DESK, colorScheme = 'light', beside } = {}) => {
      const context =
        beside?.context() ?? (await browser.newContext({ viewport, colorScheme, reducedMotion: 'reduce' }));
      const person = as === undefined && !beside ? OFFICE : as;
      if (person !== undefined) await context.clearCookies();
      if (person) await context.addCookies([await service.cookieOf(person)]);
      if (!beside) faultsOf(context, service.address, faults);
      const page = await context.newPage();
      await page.goto(address);
      return page;
    });
    await Promise.all(browser.contexts().map((context) => context.close()));
    expect(faults, 'requests to other hosts, uncaught errors, what the content security policy refused').toEqual([]);
  },
});

export { expect };
