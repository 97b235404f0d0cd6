// axe on every screen, in both languages, light and dark.
import { readFileSync } from 'node:fs';
import type { Locator, Page } from '@playwright/test';
import { fromProjectRoot } from '../../src/common/project-root.js';
import { HEAD, type Installation, type Person } from './support/installation.js';
import { seriousFindings } from './support/serious-findings.js';
import { indicatorsOf, wholeDepartment } from './support/sheets.js';
import { expect, test } from './support/test.js';

interface Screen {
  readonly name: string;
  readonly address: string | ((service: Installation) => Promise<string>);
  readonly as?: Person | null;
  /** What stands there once the screen is complete. */
  readonly ready: (page: Page) => Locator | Promise<Locator>;
}

const sheetPage = async (service: Installation) => `/sheets/${(await wholeDepartment(service)).id}?month=2026-10`;

/** The form of a sheet, previewed. */
const reportPlace = async (service: Installation) => {
  const { id, department } = await wholeDepartment(service);
  return `department=${department.id}&sheet=${id}`;
};

const draftPage = async (service: Installation) => {
  const published = readFileSync(fromProjectRoot('samples/2026-city-office-budget.txt'));
  const { id } = await service.upload<{ id: string }>('/imports', new File([published], '公开.txt'));
  return `/imports/${id}`;
};

const SCREENS: readonly Screen[] = [
  { name: 'sign-in page', address: '/', as: null, ready: (page) => page.getByRole('heading', { level: 2 }) },
  { name: 'today', address: '/', ready: (page) => page.locator('.inbox') },
  { name: 'monthly entry', address: '/entry?month=2026-10', ready: (page) => page.getByRole('table') },
  { name: 'entry of a year', address: '/entry?month=2026-10&view=year', ready: (page) => page.locator('.year-grid') },
  { name: 'review', address: '/review', as: HEAD, ready: (page) => page.locator('.review-detail .evidence') },
  { name: 'dashboard', address: '/dashboard', ready: (page) => page.locator('.losses') },
  { name: 'target sheets', address: '/sheets', ready: (page) => page.getByRole('table') },
  { name: 'sheet', address: sheetPage, ready: (page) => page.locator('.chart svg') },
  {
    name: 'what if',
    address: sheetPage,
    ready: async (page) => {
      await page.getByRole('button', { name: /年底完成情况测算|What if/ }).click();
      return page.getByRole('slider');
    },
  },
  {
    name: 'budget execution',
    address: sheetPage,
    ready: async (page) => {
      await page.getByRole('button', { name: /登记执行数|Enter spending/ }).click();
      return page.getByRole('dialog').getByRole('textbox');
    },
  },
  {
    name: 'indicator',
    address: async (service) => `/indicators/${(await indicatorsOf(service, await wholeDepartment(service)))[0]!.id}`,
    ready: (page) => page.locator('.chart svg'),
  },
  { name: 'import', address: '/imports', ready: (page) => page.getByRole('table') },
  { name: 'imported draft', address: draftPage, ready: (page) => page.locator('.doubt-line') },
  {
    name: 'owners of indicators',
    address: '/indicators/owners?which=all',
    ready: (page) => page.getByRole('cell', { name: '秘书股' }),
  },
  { name: 'calendar', address: '/calendar', ready: (page) => page.getByText('元旦') },
  { name: 'guide', address: '/guide', ready: (page) => page.locator('.first-steps') },
  { name: 'months', address: '/months', ready: (page) => page.getByRole('rowheader') },
  {
    name: 'organisation',
    address: '/organisation',
    ready: (page) => page.getByRole('button', { name: /示例市人民政府办公室/ }),
  },
  {
    name: 'reports',
    address: async (service) => `/reports?month=2026-10&${await reportPlace(service)}`,
    ready: (page) => page.getByRole('article'),
  },
  { name: 'users', address: '/users', as: 'secadmin', ready: (page) => page.getByText('sysadmin') },
  { name: 'audit log', address: '/audit', as: 'auditor', ready: (page) => page.getByText('session.begun') },
  { name: 'system', address: '/system', as: 'sysadmin', ready: (page) => page.getByRole('table') },
];

const separator = (place: string) => (place.includes('?') ? '&' : '?');

// One page each: to load it anew for every look took most of the time.
for (const { name, address, ready, ...person } of SCREENS) {
  test(`axe finds nothing serious: ${name}, in both languages, light and dark`, async ({ open, service }) => {
    const place = typeof address === 'string' ? address : await address(service);
    const page = await open(`${place}${separator(place)}lang=zh`, person);
    for (const language of ['zh', 'en']) {
      if (language === 'en') await page.goto(`${place}${separator(place)}lang=en`);
      await expect((await ready(page)).first()).toBeVisible();
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme });
        await expect(page.locator(`html[data-theme=${colorScheme}]`)).toHaveCount(1);
        expect(await seriousFindings(page), `${language}, ${colorScheme}`).toEqual([]);
      }
    }
  });
}
