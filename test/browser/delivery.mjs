// How the pages come to the browser: small, compressed, kept for ever, and quickly seen.
import assert from 'node:assert/strict';
import { statSync } from 'node:fs';

const FIRST_LOAD = 600;
const ROUTE = 200;
/** A service that has just started works off its jobs: the median counts. */
const ROUNDS = 5;
const LARGEST_PAINT_MS = 1500;
/** Times depend on the machine: they are printed beside the goal, and only several times the goal is a fault of the page. */
const GUARD = 3;

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

  await test.check(
    `Largest Contentful Paint (goal ${LARGEST_PAINT_MS} ms) is not beyond ${GUARD} times its goal`,
    async () => {
      for (const address of ['/', '/dashboard']) {
        const rounds = [];
        for (let round = 0; round < ROUNDS; round += 1) rounds.push(await largestPaint(test, address));
        const milliseconds = rounds.sort((a, b) => a - b)[(ROUNDS - 1) / 2];
        console.log(
          `        ${address}: ${milliseconds.toFixed(0)} ms (${rounds.map((one) => one.toFixed(0)).join(' ')})`,
        );
        assert.ok(milliseconds <= GUARD * LARGEST_PAINT_MS);
      }
    },
  );
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

/** Of a browser that has seen nothing yet, in milliseconds. */
async function largestPaint(test, address) {
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
  await page.context().close();
  return milliseconds;
}
