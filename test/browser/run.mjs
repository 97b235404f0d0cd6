// The web client in a real browser; the names of files here run only those. Last line: N passed, N failed.
import { BrowserTest } from './browser-test.mjs';

const ALL = [
  'generated-client',
  'delivery',
  'sign-in',
  'absence',
  'sheets',
  'accessibility',
  'administration',
  'monthly-entry',
  'evidence',
  'departments', // last: until then there is one, as in most installations
];
const asked = process.argv.slice(2);

const test = await BrowserTest.start();
try {
  for (const name of asked.length > 0 ? asked : ALL) {
    const pages = await import(`./${name}.mjs`);
    for (const check of Object.values(pages)) await check(test);
  }
} finally {
  await test.stop();
}
console.log(`${test.passed} passed, ${test.failed} failed`);
process.exitCode = test.failed === 0 ? 0 : 1;
