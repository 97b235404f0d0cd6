// The web client in a real browser. Last line: N passed, N failed.
import { accessibility } from './accessibility.mjs';
import { administration } from './administration.mjs';
import { BrowserTest } from './browser-test.mjs';
import { monthlyEntry } from './monthly-entry.mjs';
import { sheetPages } from './sheets.mjs';
import { signInPages } from './sign-in.mjs';

const test = await BrowserTest.start();
try {
  for (const pages of [signInPages, sheetPages, accessibility, administration, monthlyEntry]) await pages(test);
} finally {
  await test.stop();
}
console.log(`${test.passed} passed, ${test.failed} failed`);
process.exitCode = test.failed === 0 ? 0 : 1;
