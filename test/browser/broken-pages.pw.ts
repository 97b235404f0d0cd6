// What is broken says so and leads on: a page with a fault, a part that does not arrive, an upgrade while a tab is open.
import type { Page } from '@playwright/test';
import { picture } from './support/picture.js';
import { seriousFindings } from './support/serious-findings.js';
import { expect, test } from './support/test.js';

const DASHBOARD = '**/assets/dashboard-page-*.js';

for (const [language, title, reload, dashboard, sheets] of [
  ['zh', '页面出错了', '重新加载', '总览', '绩效目标表'],
  ['en', 'This page has run into an error', 'Reload', 'Dashboard', 'Target sheets'],
] as const) {
  test(`a page with a fault leaves the others in place, and begins anew when asked to (${language})`, async ({
    open,
  }) => {
    const page = await open(`/?lang=${language}`);
    await expect(page.locator('.inbox').first()).toBeVisible();
    // An answer that the page cannot make sense of.
    await page.route('**/api/v1/scores/summary?*', (route) => route.fulfill({ json: null }));
    await page.getByRole('link', { name: dashboard }).click();
    await expect(page.getByRole('heading', { name: title })).toBeVisible();
    await expect(page.getByRole('alert')).toBeVisible();
    await expect(page.locator('[tabindex="-1"]:focus').getByRole('button', { name: reload })).toBeVisible();
    expect(await seriousFindings(page)).toEqual([]);
    await picture(page, `broken-page-${language}`);

    await page.getByRole('link', { name: sheets }).click();
    await expect(page.getByRole('table').first()).toBeVisible();
    await page.goBack();
    await expect(page.getByRole('heading', { name: title })).toBeVisible();
    await page.unroute('**/api/v1/scores/summary?*');
    await page.getByRole('button', { name: reload }).click();
    await expect(page.locator('.losses')).toBeVisible();
  });
}

test('a part that does not arrive the first time is asked for again', async ({ open }) => {
  const page = await open('/');
  await expect(page.locator('.inbox').first()).toBeVisible();
  await page.route(DASHBOARD, (route) => route.abort(), { times: 1 });
  await page.getByRole('link', { name: '总览' }).click();
  await expect(page.locator('.losses')).toBeVisible();
});

test('a part that does not arrive at all is named; once the network is back, one click leads on', async ({ open }) => {
  const page = await open('/');
  await expect(page.locator('.inbox').first()).toBeVisible();
  await page.context().setOffline(true);
  await page.getByRole('link', { name: '总览' }).click();
  await expect(page.getByRole('heading', { name: '页面加载失败' })).toBeVisible();
  expect(await seriousFindings(page)).toEqual([]);
  await picture(page, 'part-missing');
  await page.context().setOffline(false);
  await page.getByRole('button', { name: /重\s*试/ }).click();
  await expect(page.locator('.losses')).toBeVisible();
});

test.describe('after an upgrade', () => {
  test('a tab with the old build reloads once, and shows the page that was asked for', async ({ open }) => {
    const page = await open('/');
    const loads = await upgrade(page, { hasPart: true });
    await page.getByRole('link', { name: '总览' }).click();
    await expect(page.locator('.losses')).toBeVisible();
    expect(loads()).toBe(1);
  });

  test('a part that the new build lacks, too, does not reload for ever', async ({ open }) => {
    const page = await open('/');
    const loads = await upgrade(page, { hasPart: false });
    await page.getByRole('link', { name: '总览' }).click();
    await expect(page.getByRole('heading', { name: '页面加载失败' })).toBeVisible();
    expect(loads()).toBe(1);
  });

  test('nor does a page that something on the way keeps old', async ({ open }) => {
    const page = await open('/');
    const loads = await upgrade(page, { hasPart: false, keptOld: true });
    await page.getByRole('link', { name: '总览' }).click();
    await expect(page.getByRole('heading', { name: '页面加载失败' })).toBeVisible();
    expect(loads()).toBe(1);
  });
});

interface Upgrade {
  /** Whether the new build has the part that the old one looks for in vain. */
  readonly hasPart: boolean;
  /** Whether a reload still brings the old page, as behind a cache that should not be one. */
  readonly keptOld?: boolean;
}

/** The service is upgraded under an open page. @returns how often the page has been loaded since */
async function upgrade(page: Page, { hasPart, keptOld = false }: Upgrade): Promise<() => number> {
  await expect(page.locator('.inbox').first()).toBeVisible();
  const old = (await page.locator('script[type=module]').getAttribute('src'))!;
  const fresh = '/assets/index-upgraded.js';
  let loads = 0;
  await page.route(DASHBOARD, (route) =>
    hasPart && loads > 0 ? route.continue() : route.fulfill({ status: 404, body: 'gone' }),
  );
  await page.route(`**${fresh}`, async (route) => {
    await route.fulfill({ response: await route.fetch({ url: new URL(old, page.url()).href }) });
  });
  await page.route(/\/(dashboard)?$/, async (route) => {
    const isLoad = route.request().isNavigationRequest();
    if (isLoad) loads += 1;
    const response = await route.fetch();
    const html = await response.text();
    await route.fulfill({ response, body: isLoad && keptOld ? html : html.replace(old, fresh) });
  });
  return () => loads;
}
