// axe on every screen, in both languages, light and dark.
import assert from 'node:assert/strict';

const SCREENS = [
  { name: 'sign-in page', address: '/', as: null, ready: (page) => page.getByRole('heading', { level: 2 }) },
  { name: 'target sheets', address: '/', ready: (page) => page.getByRole('table') },
  { name: 'monthly entry', address: '/entry?month=2026-10', ready: (page) => page.getByRole('table') },
  { name: 'users', address: '/users', as: 'secadmin', ready: (page) => page.getByText('sysadmin') },
  { name: 'audit log', address: '/audit', as: 'auditor', ready: (page) => page.getByText('session.begun') },
  { name: 'jobs', address: '/jobs', as: 'sysadmin', ready: (page) => page.getByRole('table') },
  { name: 'review', address: '/review', as: 'zhang.shifan', ready: (page) => page.locator('ul.review') },
];

export async function accessibility(test) {
  for (const { name, address, ready, ...person } of SCREENS) {
    for (const language of ['zh', 'en']) {
      for (const colorScheme of ['light', 'dark']) {
        await test.check(`axe finds nothing serious: ${name} (${language}, ${colorScheme})`, async () => {
          const separator = address.includes('?') ? '&' : '?';
          const page = await test.open(`${address}${separator}lang=${language}`, { colorScheme, ...person });
          await ready(page).first().waitFor();
          assert.deepEqual(await test.seriousFindings(page), []);
        });
      }
    }
  }
}
