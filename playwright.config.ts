import { existsSync } from 'node:fs';
import { defineConfig } from '@playwright/test';

/** Debian's; the one without a window of its own costs half as much. */
const BROWSERS = ['/usr/bin/chromium-headless-shell', '/usr/bin/chromium'];

/** Flags that keep Debian's Chromium from asking for anything but the pages. */
const QUIET = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

export default defineConfig({
  testDir: 'test/browser',
  testMatch: '**/*.pw.ts',
  outputDir: 'node_modules/.cache/browser-tests', // traces of what failed: npx playwright show-trace FILE
  globalSetup: './test/browser/support/prepare-installation.ts',
  fullyParallel: true,
  workers: 2,
  forbidOnly: Boolean(process.env.CI),
  reporter: 'list',
  // Guards against tests that hang, not measures of speed: the machine may be busy with other work.
  timeout: 300_000,
  expect: { timeout: 60_000 },
  use: {
    actionTimeout: 60_000,
    navigationTimeout: 60_000,
    // Nobody opens them where nobody sits; they cost a sixth of the time.
    trace: process.env.CI ? 'off' : { mode: 'retain-on-failure', screenshots: false, snapshots: true, sources: false },
    launchOptions: { executablePath: process.env.CHROMIUM ?? BROWSERS.find(existsSync), args: QUIET },
  },
});
