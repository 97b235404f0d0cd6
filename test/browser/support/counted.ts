import type { Page } from '@playwright/test';

/** What somebody did with mouse and keys on a page, also over its reloads. */
export class Counted {
  clicks = 0;
  keys = 0;

  static async on(page: Page): Promise<Counted> {
    const counted = new Counted();
    await page.exposeFunction('countClick', () => (counted.clicks += 1));
    await page.exposeFunction('countKey', () => (counted.keys += 1));
    await page.addInitScript(() => {
      const counters = window as unknown as Record<'countClick' | 'countKey', () => void>;
      const count = (name: 'countClick' | 'countKey') => () => {
        counters[name]();
      };
      addEventListener('pointerdown', count('countClick'), { capture: true });
      addEventListener('keydown', count('countKey'), { capture: true });
    });
    return counted;
  }
}
