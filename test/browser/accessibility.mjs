// axe on every screen, in both languages, light and dark.
import assert from 'node:assert/strict';

const SCREENS = [
  { name: 'sign-in page', address: '/', as: null, ready: (page) => page.getByRole('heading', { level: 2 }) },
  { name: 'today', address: '/', ready: (page) => page.locator('.inbox') },
  { name: 'monthly entry', address: '/entry?month=2026-10', ready: (page) => page.getByRole('table') },
  { name: 'entry of a year', address: '/entry?month=2026-10&view=year', ready: (page) => page.locator('.year-grid') },
  { name: 'review', address: '/review', as: 'zhang.shifan', ready: (page) => page.locator('ul.review') },
  { name: 'dashboard', address: '/dashboard', ready: (page) => page.locator('.losses') },
  { name: 'target sheets', address: '/sheets', ready: (page) => page.getByRole('table') },
  { name: 'sheet', address: (ids) => `/sheets/${ids.sheet}`, ready: (page) => page.locator('.chart svg') },
  {
    name: 'what if',
    address: (ids) => `/sheets/${ids.sheet}?month=2026-10`,
    ready: async (page) => {
      await page.getByRole('button', { name: /年底完成情况测算|What if/ }).click();
      return page.getByRole('slider');
    },
  },
  {
    name: 'budget execution',
    address: (ids) => `/sheets/${ids.sheet}?month=2026-10`,
    ready: async (page) => {
      await page.getByRole('button', { name: /登记执行数|Enter spending/ }).click();
      return page.getByRole('dialog').getByRole('textbox');
    },
  },
  { name: 'indicator', address: (ids) => `/indicators/${ids.indicator}`, ready: (page) => page.locator('.chart svg') },
  { name: 'users', address: '/users', as: 'secadmin', ready: (page) => page.getByText('sysadmin') },
  { name: 'audit log', address: '/audit', as: 'auditor', ready: (page) => page.getByText('session.begun') },
  { name: 'jobs', address: '/jobs', as: 'sysadmin', ready: (page) => page.getByRole('table') },
];

export async function accessibility(test) {
  const [{ id: sheet }] = (await test.service.request('GET', '/target-sheets')).body.items;
  const [{ id: indicator }] = (await test.service.request('GET', `/target-sheets/${sheet}`)).body.indicators;
  for (const { name, address, ready, ...person } of SCREENS) {
    for (const language of ['zh', 'en']) {
      for (const colorScheme of ['light', 'dark']) {
        await test.check(`axe finds nothing serious: ${name} (${language}, ${colorScheme})`, async () => {
          const place = typeof address === 'string' ? address : address({ sheet, indicator });
          const separator = place.includes('?') ? '&' : '?';
          const page = await test.open(`${place}${separator}lang=${language}`, { colorScheme, ...person });
          await (await ready(page)).first().waitFor();
          assert.deepEqual(await test.seriousFindings(page), []);
        });
      }
    }
  }
}
