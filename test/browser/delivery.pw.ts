// How the pages come to the browser: small, compressed, kept for ever, and quickly seen.
import { statSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { wholeDepartment } from './support/sheets.js';
import { expect, test } from './support/test.js';

const FIRST_LOAD = 600;
const ROUTE = 200;
/** A service that has just started works off its jobs. */
const ROUNDS = 5;
const LARGEST_PAINT_MS = 1500;
const FIRST_WORDS_MS = 3000;
/** Times depend on the machine: they are printed beside the goal, and only several times the goal is a fault of the page. */
const GUARD = 3;

test('assets come compressed and may be kept for ever; the page itself is always asked for', async ({
  open,
  service,
}) => {
  const page = await open('/', { as: null });
  const script = (await resourcesOf(page)).find((name) => name.endsWith('.js'))!;
  for (const encoding of ['br', 'gzip']) {
    const { headers } = await fetch(script, { headers: { 'accept-encoding': encoding } });
    expect(headers.get('content-encoding')).toBe(encoding);
    expect(headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
  }
  const { headers } = await fetch(`${service.address}/`);
  expect(headers.get('cache-control')).toBe('no-store');
  const gone = await fetch(`${service.address}/assets/of-another-build.js`);
  expect(gone.status).toBe(404);
});

test(`first load ≤ ${FIRST_LOAD} kB, then ≤ ${ROUTE} kB a route, gzip`, async ({ open, service }) => {
  const { id: sheet } = await wholeDepartment(service);
  const first = await loadedBy(await open('/'));
  const firstSize = kilobytes(first);
  console.log(`        first load ${firstSize.toFixed(0)} kB gzip`);
  expect(firstSize).toBeLessThanOrEqual(FIRST_LOAD);
  for (const route of ['/entry', '/review', '/dashboard', '/sheets', `/sheets/${sheet}`]) {
    const more = (await loadedBy(await open(route))).filter((name) => !first.includes(name));
    console.log(`        then ${route.replace(sheet, 'ID')} ${kilobytes(more).toFixed(0)} kB`);
    expect(kilobytes(more), route).toBeLessThanOrEqual(ROUTE);
  }
});

test(`Largest Contentful Paint (goal ${LARGEST_PAINT_MS} ms) is not far beyond that of the sign-in page`, async ({
  open,
}) => {
  // The page that asks the service for nothing shows how fast this computer is just now.
  const yardstick = await fastestPaint(() => open('/', { as: null }), 'main.narrow');
  for (const address of ['/', '/dashboard']) {
    const paint = await fastestPaint(() => open(address), 'main .panel');
    console.log(`        ${address}: ${paint.toFixed(0)} ms (sign-in page ${yardstick.toFixed(0)} ms)`);
    expect(paint).toBeLessThanOrEqual(GUARD * Math.max(LARGEST_PAINT_MS, yardstick));
  }
});

test(`on 400 kbit/s there is something to read (goal ${FIRST_WORDS_MS} ms), and then the page`, async ({ open }) => {
  const page = await open('/', { as: null });
  const network = await page.context().newCDPSession(page);
  await network.send('Network.enable');
  await network.send('Network.setCacheDisabled', { cacheDisabled: true });
  const slow = { latency: 400, downloadThroughput: 50_000, uploadThroughput: 50_000 };
  await network.send('Network.emulateNetworkConditions', { offline: false, ...slow });
  const started = Date.now();
  await page.goto('/', { waitUntil: 'commit' });
  await expect(page.getByText('绩效台账：正在打开……')).toBeVisible();
  const words = Date.now() - started;
  await expect(page.getByRole('heading', { name: '登录' })).toBeVisible();
  console.log(`        first words ${words} ms, the page ${Date.now() - started} ms at 400 kbit/s`);
  expect(words).toBeLessThanOrEqual(GUARD * FIRST_WORDS_MS);
});

const resourcesOf = (page: Page): Promise<string[]> =>
  page.evaluate(() => performance.getEntriesByType('resource').map(({ name }) => name));

/** Paths of all assets that a page has asked for once it stands. */
async function loadedBy(page: Page): Promise<string[]> {
  await expect(page.locator('main').getByRole('heading').first()).toBeVisible();
  await page.waitForLoadState('networkidle');
  const names = await resourcesOf(page);
  return names.filter((name) => name.includes('/assets/')).map((name) => new URL(name).pathname);
}

const kilobytes = (assets: readonly string[]): number =>
  assets.reduce((sum, name) => sum + statSync(`dist/web${name}.gz`).size, 0) / 1000;

/** In milliseconds, the best of some rounds: other work on the computer only ever adds to it. */
async function fastestPaint(openPage: () => Promise<Page>, complete: string): Promise<number> {
  const rounds: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const page = await openPage(); // of a browser that has seen nothing yet
    rounds.push(await largestPaint(page, complete));
    await page.context().close();
  }
  return Math.min(...rounds);
}

async function largestPaint(page: Page, complete: string): Promise<number> {
  await expect(page.locator(complete).first()).toBeVisible();
  return page.evaluate(
    () =>
      new Promise((resolve) => {
        new PerformanceObserver((list) => {
          resolve(list.getEntries().at(-1)!.startTime);
        }).observe({ type: 'largest-contentful-paint', buffered: true });
      }),
  );
}
