// One built service on a data folder of its own, and a real browser that looks at it as different people.
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';
import { chromium } from 'playwright-core';
import { freePort, ServerProcess } from '../support/server-process.mjs';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const FLAGS = ['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run'];
const QUIET = ['--disable-background-networking', '--disable-component-update', '--disable-sync'];

/** An OpenID provider that is down; test/e2e/oidc.e2e-spec.ts has a real one. */
const PROVIDER = { OIDC_ISSUER: 'http://127.0.0.1:9', OIDC_CLIENT_ID: 'jixiao', OIDC_CLIENT_SECRET: 'not a secret' };

export class BrowserTest {
  shots = process.env.SCREENSHOTS ?? 'node_modules/.cache/screenshots';
  desk = { width: 1280, height: 900 };
  phone = { width: 360, height: 740 };
  passed = 0;
  failed = 0;
  cookies = new Map();

  static async start() {
    const test = new BrowserTest();
    mkdirSync(test.shots, { recursive: true });
    test.folder = mkdtempSync(path.join(os.tmpdir(), 'jixiao-browser-'));
    test.service = await new ServerProcess(test.folder, await freePort(), PROVIDER).ready();
    const executablePath = process.env.CHROMIUM ?? '/usr/bin/chromium';
    test.browser = await chromium.launch({ executablePath, args: [...FLAGS, ...QUIET] });
    await test.cookieOf('li.yangli'); // whose session `service.request` goes on with
    return test;
  }

  /** A page as somebody of the sample year sees it, the performance office unless `as` says who; null: nobody. */
  async open(address, { viewport = this.desk, colorScheme = 'light', as = 'li.yangli' } = {}) {
    const context = await this.browser.newContext({ viewport, colorScheme, reducedMotion: 'reduce' });
    if (as) await context.addCookies([await this.cookieOf(as)]);
    const page = await context.newPage();
    page.setDefaultTimeout(10_000);
    // An outside request, an error, or what the content security policy refuses is a fault of the page.
    page.on('request', (request) => {
      const { origin, protocol } = new URL(request.url());
      if (protocol !== 'data:' && origin !== this.service.address) this.failed += 1;
    });
    page.on('pageerror', (error) => {
      this.failed += 1;
      console.error(error);
    });
    page.on('console', (message) => {
      // One library measures scroll bars with a style element without our nonce, and does without when it is refused.
      const refused = message.text().includes('Content Security Policy');
      if (!refused || /^Applying inline style violates/.test(message.text())) return;
      this.failed += 1;
      console.error(message.text());
    });
    await page.goto(this.service.address + address);
    return page;
  }

  /** Signs in once: often would be too often. */
  async cookieOf(username) {
    const known = this.cookies.get(username);
    if (known) return known;
    const before = this.service.credentials;
    this.service.credentials = {};
    await this.service.signIn(username);
    const [name, value] = this.service.credentials.cookie.split('=');
    if (this.cookies.size > 0) this.service.credentials = before;
    const cookie = { name, value, domain: '127.0.0.1', path: '/', secure: true, httpOnly: true, sameSite: 'Strict' };
    this.cookies.set(username, cookie);
    return cookie;
  }

  async check(name, work) {
    try {
      await work();
      this.passed += 1;
      console.log(`ok      ${name}`);
    } catch (error) {
      this.failed += 1;
      console.log(`FAILED  ${name}\n${error instanceof Error ? error.stack : String(error)}`);
    } finally {
      await Promise.all(this.browser.contexts().map((context) => context.close()));
    }
  }

  async seriousFindings(page) {
    await page.evaluate(AXE);
    const { violations } = await page.evaluate(() => globalThis.axe.run());
    const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
    return serious.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`);
  }

  async stop() {
    await this.browser.close();
    await this.service.stop();
    rmSync(this.folder, { recursive: true, force: true });
  }
}
