// axe on every screen, in both languages, light and dark.
import { readFileSync } from 'node:fs';
import type { Locator, Page } from '@playwright/test';
import { fromProjectRoot } from '../../src/common/project-root.js';
import { HEAD, type Installation, type Person } from './support/installation.js';
import { picture } from './support/picture.js';
import { seriousFindings } from './support/serious-findings.js';
import { indicatorsOf, wholeDepartment } from './support/sheets.js';
import { expect, PHONE, test } from './support/test.js';

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
  { name: 'reminders', address: '/reminders', ready: (page) => page.getByRole('row').nth(8) },
  { name: 'guide', address: '/guide', ready: (page) => page.locator('.first-steps') },
  {
    name: 'evidence of a month',
    address: '/evidence?month=2026-10&show=all',
    ready: (page) => page.locator('.checklist'),
  },
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
  {
    name: 'policies',
    address: '/policies?policy=local-strict&month=2026-10',
    ready: (page) => page.locator('.compared-bars'),
  },
  {
    name: 'own rules',
    address: '/policies?policy=own-rules&month=2026-10',
    ready: async (page) => {
      await page.getByRole('button', { name: /地方从严规则|Strict local rules/ }).click();
      await page.mouse.move(0, 0);
      return page.locator('.compared-bars');
    },
  },
  { name: 'users', address: '/users', as: 'secadmin', ready: (page) => page.getByText('sysadmin') },
  { name: 'audit log', address: '/audit', as: 'auditor', ready: (page) => page.getByText(/登录：开始|Session: begun/) },
  { name: 'system', address: '/system', as: 'sysadmin', ready: (page) => page.getByRole('table') },
];

const LARGE_SCREEN = { width: 1440, height: 900 };
const SMALL_SCREEN = { width: 1024, height: 768 };

const widthOf = (page: Page): Promise<number> => page.evaluate(() => document.documentElement.scrollWidth);

const separator = (place: string) => (place.includes('?') ? '&' : '?');

// One page each: to load it anew for every look took most of the time.
for (const { name, address, ready, ...person } of SCREENS) {
  test(`axe finds nothing serious: ${name}, in both languages, light and dark, on a phone`, async ({
    open,
    service,
  }) => {
    const place = typeof address === 'string' ? address : await address(service);
    const page = await open(`${place}${separator(place)}lang=zh`, { viewport: LARGE_SCREEN, ...person });
    for (const language of ['zh', 'en']) {
      if (language === 'en') await page.goto(`${place}${separator(place)}lang=en`);
      await expect((await ready(page)).first()).toBeVisible();
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme });
        await expect(page.locator(`html[data-theme=${colorScheme}]`)).toHaveCount(1);
        expect(await seriousFindings(page), `${language}, ${colorScheme}`).toEqual([]);
      }
    }
    // A chart drawn for a wide window must not hold the page wide: decisions and scores would be out of sight.
    await page.setViewportSize(SMALL_SCREEN);
    await expect.poll(() => widthOf(page), 'no wider than a small screen').toBeLessThanOrEqual(SMALL_SCREEN.width);
    await page.setViewportSize(PHONE);
    expect(await seriousFindings(page), 'on a phone').toEqual([]);
    expect(await widthOf(page), 'the page is no wider than a phone').toBeLessThanOrEqual(PHONE.width);
  });
}

const indicatorPage = async (service: Installation) =>
  `/indicators/${(await indicatorsOf(service, await wholeDepartment(service)))[0]!.id}?month=2026-10`;

interface Opened {
  readonly name: string;
  readonly address: string | ((service: Installation) => Promise<string>);
  readonly as?: Person;
  /** What opens it; the first of them. */
  readonly button: RegExp;
}

/** Those that no journey looks at with axe. */
const DIALOGS: readonly Opened[] = [
  { name: 'hand in a month', address: '/entry?month=2026-10', button: /^提交 \d+ 项|^Submit \d+/ },
  { name: 'month as a workbook', address: '/entry?month=2026-10', button: /用 Excel 填报|Fill in with Excel/ },
  { name: 'many decisions', address: '/review', as: HEAD, button: /^通过 \d+ 项|^Approve \d+/ },
  { name: 'what is missing', address: '/months', button: /^欠报清单|^What is missing/ },
  { name: 'month', address: '/months', button: /2026年10月：|October 2026:/ },
  { name: 'change a department', address: '/organisation', button: /^修改部门|^Change the department/ },
  { name: 'add a section', address: '/organisation', button: /^新建股室|^Add a section/ },
  { name: 'add a contact', address: '/organisation', button: /^登记联系人|^Add a contact/ },
  { name: 'budget execution', address: sheetPage, button: /登记执行数|Enter spending/ },
  { name: 'add a day', address: '/calendar', button: /添加一天|Add a day/ },
  { name: 'import days', address: '/calendar', button: /导入安排|Import a list/ },
  { name: 'add a user', address: '/users', as: 'secadmin', button: /新建用户|Add a user/ },
  { name: 'reset a password', address: '/users', as: 'secadmin', button: /^重置密码|^Reset password/ },
  { name: 'hand over duties', address: '/users', as: 'secadmin', button: /^移交职责：|^Hand over: / },
  { name: 'delete a section', address: '/organisation', button: /^删除“秘书股”|^Delete “秘书股”/ },
  { name: 'rules of reminders', address: '/reminders', button: /修改规则|Change the rules/ },
  { name: 'chat robot', address: '/organisation', button: /的群机器人|^Chat robot of/ },
  { name: 'first month', address: sheetPage, button: /更改起始月份|first month/i },
  { name: 'head of a sheet', address: sheetPage, button: /修改表头|Change the head/ },
  { name: 'policy of a sheet', address: sheetPage, button: /更换评分政策|Change the policy/ },
  { name: 'revision', address: indicatorPage, button: /调整目标|Revise targets/ },
  { name: 'commitment', address: sheetPage, button: /增加承诺事项|Add a commitment/ },
  { name: 'month of a goal', address: sheetPage, button: /(填写|修改)完成情况：|(Write|Change) what was done:/ },
  { name: 'indicators of a goal', address: sheetPage, button: /关联指标：|Link indicators:/ },
  { name: 'plan by months', address: indicatorPage, button: /^(制定|修改)计划|^(Set a|Change the) plan/ },
  { name: 'score by hand', address: indicatorPage, button: /^人工复核|^Decide by hand/ },
  { name: 'about an indicator', address: indicatorPage, button: /^修改$|^Change$/ },
  { name: 'run a job', address: '/system', as: 'sysadmin', button: /立即运行|Run now/ },
  { name: 'account menu', address: '/', button: /李样例/ },
];

for (const { name, address, button, ...person } of DIALOGS) {
  test(`axe finds nothing serious in a dialog: ${name}, in both languages, light and dark, on a phone`, async ({
    open,
    service,
  }) => {
    const place = typeof address === 'string' ? address : await address(service);
    const page = await open(`${place}${separator(place)}lang=zh`, person);
    for (const language of ['zh', 'en']) {
      if (language === 'en') await page.goto(`${place}${separator(place)}lang=en`);
      if (name === 'many decisions') await page.getByRole('checkbox').first().check();
      await page.getByRole('button', { name: button }).first().click();
      const dialog = page.getByRole('dialog').or(page.getByRole('menu'));
      await expect(dialog.last()).toBeVisible();
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme });
        await expect(page.locator(`html[data-theme=${colorScheme}]`)).toHaveCount(1);
        expect(await seriousFindings(page), `${language}, ${colorScheme}`).toEqual([]);
        await picture(page, `dialog-${name.replaceAll(' ', '-')}-${language}-${colorScheme}`);
      }
    }
    await page.setViewportSize(PHONE);
    expect(await seriousFindings(page), 'on a phone').toEqual([]);
    await picture(page, `dialog-${name.replaceAll(' ', '-')}-phone`);
  });
}
