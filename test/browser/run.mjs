// The first page in a real browser: what people see, in both languages, light and dark, on a desk and on a phone.
// Starts the built service on a data folder of its own. Last line: N passed, N failed.
import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';
import { chromium } from 'playwright-core';
import { freePort, ServerProcess } from '../support/server-process.mjs';

const SHOTS = process.env.SCREENSHOTS ?? 'node_modules/.cache/screenshots';
const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const FLAGS = ['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run'];
const QUIET = ['--disable-background-networking', '--disable-component-update', '--disable-sync'];

mkdirSync(SHOTS, { recursive: true });
const dataFolder = mkdtempSync(path.join(os.tmpdir(), 'jixiao-browser-'));
const service = await new ServerProcess(dataFolder, await freePort()).ready();
await service.signIn('li.yangli');
const [name, value] = service.credentials.cookie.split('=');
const account = { name, value, domain: '127.0.0.1', path: '/', secure: true, httpOnly: true, sameSite: 'Strict' };
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: [...FLAGS, ...QUIET],
});
let passed = 0;
let failed = 0;

await check('nobody sees anything before signing in; a wrong password is refused in words', async () => {
  const page = await open('/', undefined, undefined, null);
  await page.getByRole('heading', { name: '登录' }).waitFor();
  await page.screenshot({ path: `${SHOTS}/sign-in.png` });
  await signInOn(page, { username: 'zhang.shifan', password: 'not the password' });
  await page.getByText(/用户名或密码不正确/).waitFor();
  assert.equal(await page.getByText('部门整体绩效目标').count(), 0);
});

await check('a one-time password is changed first; then the head of a department signs in, and out again', async () => {
  const page = await open('/', undefined, undefined, null);
  const printed = service.printedPassword('zhang.shifan');
  await signInOn(page, { username: 'zhang.shifan', password: printed });
  await page.getByRole('heading', { name: '修改密码' }).waitFor();
  await page.getByLabel('现在的密码').fill(printed);
  await page.getByLabel('新密码', { exact: true }).fill('four green plums in June');
  await page.getByLabel('再次输入新密码').fill('four green plums');
  await page.getByRole('button', { name: '修改并继续' }).click();
  await page.getByText('两次输入的新密码不一致').waitFor();
  await page.getByLabel('再次输入新密码').fill('four green plums in June');
  await page.screenshot({ path: `${SHOTS}/change-password.png` });
  await page.getByRole('button', { name: '修改并继续' }).click();
  await page.getByText('部门整体绩效目标').first().waitFor();
  await page.getByText('部门负责人').waitFor();
  await page.getByRole('button', { name: /退\s*出/ }).click();
  await page.getByRole('heading', { name: '登录' }).waitFor();
  await page.reload();
  await page.getByRole('heading', { name: '登录' }).waitFor();
});

await check('a session that ends meanwhile leads to the sign-in page', async () => {
  const page = await open('/?month=2026-10');
  await page.getByRole('table').first().waitFor();
  await page.context().clearCookies();
  await page.getByText('保障常务会议次数').first().click();
  await page.getByRole('heading', { name: '登录' }).waitFor();
});

await check('the sheets stand on the first page with their scores', async () => {
  const page = await open('/?month=2026-10');
  await page.getByText('部门整体绩效目标').first().waitFor();
  const { items } = (await service.request('GET', '/scores?asOf=2026-10')).body;
  assert.equal(items.length, 3);
  for (const { normalised } of items) await page.getByText(normalised).first().waitFor();
  await page.getByRole('table').first().waitFor();
  await page.screenshot({ path: `${SHOTS}/first-page.png` });
});

await check('a row opens and says in words why it has its points', async () => {
  const page = await open('/?month=2026-10');
  await page.getByText('保障常务会议次数').first().click();
  await page.getByText(/累计完成 52 次/).waitFor();
  await page.getByRole('img', { name: /保障常务会议次数/ }).waitFor();
  await page.screenshot({ path: `${SHOTS}/explained.png` });
});

await check('a sheet is chosen with the keyboard, and the address leads back to it', async () => {
  const page = await open('/?month=2026-10');
  const card = page.getByRole('button', { name: /2026 年单位运转项目/ });
  await card.focus();
  await page.keyboard.press('Enter');
  await page.getByText(/经说明采用/).waitFor();
  const again = await open(new URL(page.url()).pathname + new URL(page.url()).search);
  await again.getByText(/经说明采用/).waitFor();
});

await check('the page speaks English, and says so to assistive software', async () => {
  const page = await open('/?lang=en');
  await page.getByText('Targets of the whole department').first().waitFor();
  assert.equal(await page.locator('html').getAttribute('lang'), 'en');
  await page.screenshot({ path: `${SHOTS}/english.png`, fullPage: true });
});

await check('on a phone nothing is wider than the screen but the table, which scrolls', async () => {
  const page = await open('/', { width: 360, height: 740 });
  await page.getByRole('table').first().waitFor();
  const { scroll, width } = await page.evaluate(() => ({
    scroll: document.documentElement.scrollWidth,
    width: document.documentElement.clientWidth,
  }));
  assert.ok(scroll <= width, `${scroll} > ${width}`);
  await page.screenshot({ path: `${SHOTS}/phone.png` });
});

for (const language of ['zh', 'en']) {
  for (const colorScheme of ['light', 'dark']) {
    await check(`axe finds nothing serious on the sign-in page (${language}, ${colorScheme})`, async () => {
      const page = await open(`/?lang=${language}`, { width: 360, height: 740 }, colorScheme, null);
      await page.getByRole('heading', { level: 2 }).waitFor();
      assert.deepEqual(await seriousFindings(page), []);
    });
    await check(`axe finds nothing serious (${language}, ${colorScheme})`, async () => {
      const page = await open(`/?lang=${language}`, { width: 1280, height: 900 }, colorScheme);
      await page.getByRole('table').first().waitFor();
      assert.deepEqual(await seriousFindings(page), []);
    });
  }
}

await check('the service going away is said in words, with a way to try again', async () => {
  const page = await open('/');
  await page.getByRole('table').first().waitFor();
  await page.route('**/api/v1/**', (route) => route.abort());
  await page.getByRole('button', { name: /因公出国经费保障项目/ }).click();
  await page.getByText('无法连接服务').waitFor();
  await page.unroute('**/api/v1/**');
  await page
    .getByRole('button', { name: /重\s*试/ })
    .first()
    .click();
  await page.getByRole('table').first().waitFor();
});

await browser.close();
await service.stop();
rmSync(dataFolder, { recursive: true, force: true });
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;

/** `cookie` null: nobody is signed in. */
async function open(address, viewport = { width: 1280, height: 900 }, colorScheme = 'light', cookie = account) {
  const context = await browser.newContext({ viewport, colorScheme });
  if (cookie) await context.addCookies([cookie]);
  const page = await context.newPage();
  page.setDefaultTimeout(10_000);
  // An outside request, or an error in the console, is a fault of the page. Aborted requests are one test's own doing.
  page.on('request', (request) => {
    const { origin, protocol } = new URL(request.url());
    if (protocol !== 'data:' && origin !== service.address) failed += 1;
  });
  page.on('pageerror', (error) => {
    failed += 1;
    console.error(error);
  });
  await page.goto(service.address + address);
  return page;
}

async function signInOn(page, { username, password }) {
  await page.getByLabel('用户名').fill(username);
  await page.getByLabel('密码').fill(password);
  await page.getByRole('button', { name: /登\s*录/ }).click();
}

async function seriousFindings(page) {
  await page.evaluate(AXE);
  const { violations } = await page.evaluate(() => globalThis.axe.run());
  const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
  return serious.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`);
}

async function check(name, work) {
  try {
    await work();
    passed += 1;
    console.log(`ok      ${name}`);
  } catch (error) {
    failed += 1;
    console.log(`FAILED  ${name}\n${error instanceof Error ? error.stack : String(error)}`);
  } finally {
    await Promise.all(browser.contexts().map((context) => context.close()));
  }
}
