// How the pages come to the browser: small, compressed, kept for ever, and quickly seen.
import assert from 'node:assert/strict';
import { statSync } from 'node:fs';

const FIRST_LOAD = 600;
const ROUTE = 200;
const LARGEST_PAINT_MS = 1500;

export async function delivery(test) {
  await test.check('assets come compressed and may be kept for ever; the page itself is always asked for', async () => {
    const page = await test.open('/', { as: null });
    const names = await page.evaluate(() => performance.getEntriesByType('resource').map(({ name }) => name));
    const script = names.find((name) => name.endsWith('.js'));
    for (const encoding of ['br', 'gzip']) {
      const { headers } = await globalThis.fetch(script, { headers: { 'accept-encoding': encoding } });
      assert.equal(headers.get('content-encoding'), encoding);
      assert.equal(headers.get('cache-control'), 'public, max-age=31536000, immutable');
    }
    const { headers } = await globalThis.fetch(`${test.service.address}/`);
    assert.equal(headers.get('cache-control'), 'no-store');
  });

  await test.check(`first load ≤ ${FIRST_LOAD} kB, then ≤ ${ROUTE} kB a route, gzip`, async () => {
    const { id: sheet } = (await test.service.request('GET', '/target-sheets')).body.items[0];
    const routes = ['/', '/entry', '/review', '/dashboard', '/sheets', `/sheets/${sheet}`];
    const first = await loaded(test, '/');
    const firstSize = kilobytes(first);
    console.log(`        first load ${firstSize.toFixed(0)} kB gzip`);
    assert.ok(firstSize <= FIRST_LOAD);
    for (const route of routes.slice(1)) {
      const more = (await loaded(test, route)).filter((name) => !first.includes(name));
      console.log(`        then ${route.replace(sheet, 'ID')} ${kilobytes(more).toFixed(0)} kB`);
      assert.ok(kilobytes(more) <= ROUTE, route);
    }
  });

  await test.check(`Largest Contentful Paint ≤ ${LARGEST_PAINT_MS} ms`, async () => {
    for (const address of ['/', '/dashboard']) {
      const page = await test.open(address);
      await page.locator('main .panel').first().waitFor();
      const milliseconds = await page.evaluate(
        () =>
          new Promise((resolve) => {
            new PerformanceObserver((list) => resolve(list.getEntries().at(-1).startTime)).observe({
              type: 'largest-contentful-paint',
              buffered: true,
            });
          }),
      );
      console.log(`        ${address}: ${milliseconds.toFixed(0)} ms`);
      assert.ok(milliseconds <= LARGEST_PAINT_MS);
    }
  });
}

/** Paths of all assets that a page has asked for once it stands. */
async function loaded(test, address) {
  const page = await test.open(address);
  await page.locator('main').getByRole('heading').first().waitFor();
  await page.waitForLoadState('networkidle');
  const names = await page.evaluate(() => performance.getEntriesByType('resource').map(({ name }) => name));
  return names.filter((name) => name.includes('/assets/')).map((name) => new URL(name).pathname);
}

const kilobytes = (assets) => assets.reduce((sum, name) => sum + statSync(`dist/web${name}.gz`).size, 0) / 1000;
