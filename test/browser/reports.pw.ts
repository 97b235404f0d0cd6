// Reports and forms: previewed, issued, fetched, compared, checked; one, or all at once in the background.
import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { strFromU8, unzipSync } from 'fflate';
import { CLERK, HEAD } from './support/installation.js';
import { picture } from './support/picture.js';
import { seriousFindings } from './support/serious-findings.js';
import { newIndicators, sheetsOf, wholeDepartment } from './support/sheets.js';
import { expect, PHONE, test } from './support/test.js';

test.use({ installation: 'reports' });

const WIDE = { width: 1440, height: 900 };
const PATIENCE = { timeout: 60_000 };
const begin = (page: Page) => page.getByRole('button', { name: '全部出具并打包' });
/** Issued versions stand for good: it is asked once. */
const pack = async (page: Page): Promise<void> => {
  await begin(page).click();
  await page.getByRole('button', { name: '出具并打包', exact: true }).click();
};
const fetching = (page: Page, month: number) =>
  page.getByRole('link', { name: new RegExp(`^下载（.*2026年${month}月`) });

async function downloaded(page: Page, click: () => Promise<void>) {
  const [download] = await Promise.all([page.waitForEvent('download'), click()]);
  return { name: download.suggestedFilename(), content: readFileSync(await download.path()) };
}

test('a form is previewed, issued and fetched; a new version says why, and what it says otherwise', async ({
  open,
  service,
}) => {
  const sheet = await wholeDepartment(service);
  const page = await open('/reports?kind=monitoring&month=2026-10', { viewport: WIDE });
  await page.getByRole('link', { name: '预览 部门整体绩效目标' }).click();
  await expect(page.getByRole('article')).toContainText('绩效');
  await expect(page.getByText('2026年10月尚未出具。')).toBeVisible();
  await page.getByRole('button', { name: '出具第 1 版' }).click();
  await expect(page.getByText('第 1 版已出具，数据没有变化')).toBeVisible();
  const file = await downloaded(page, () => page.getByRole('link', { name: '下载第 1 版： Excel' }).first().click());
  expect(file.name).toMatch(/^绩效目标执行监控表-2026-10-.*-v1\.xlsx$/);
  expect(Object.keys(unzipSync(file.content))).toContain('xl/workbook.xml');
  const people = page.getByRole('region', { name: /^预览/ }).getByRole('checkbox', { name: '显示姓名和电话' });
  const html = page.getByRole('link', { name: '下载第 1 版： HTML' }).first();
  await expect(html).toHaveAttribute('href', /personalData=masked/);
  await people.check();
  await expect(html).toHaveAttribute('href', /personalData=shown/);
  await picture(page, 'report-issued-1440', { fullPage: true });

  const [{ name }] = await newIndicators(service, '专题简报');
  await page.evaluate(() => window.dispatchEvent(new Event('visibilitychange'))); // somebody comes back to the page
  await expect(page.getByText('第 1 版出具后数据有变')).toBeVisible();
  await page.getByRole('button', { name: '出具第 2 版' }).click();
  await expect(page.getByText('请写明出具新版的原因')).toBeVisible();
  await page.getByRole('textbox', { name: '出具新版的原因', exact: true }).fill('新增承诺事项');
  await page.getByRole('button', { name: '出具第 2 版' }).click();
  await expect(page.getByText('原因：新增承诺事项')).toBeVisible();
  await page.getByRole('button', { name: '与第 1 版比较' }).click();
  const drawer = page.getByRole('dialog');
  await expect(drawer.getByRole('cell', { name: new RegExp(name) }).first()).toBeVisible();
  expect(await seriousFindings(page)).toEqual([]);
  await picture(page, 'report-differences');
  await page.keyboard.press('Escape');
  await page
    .getByRole('button', { name: /核\s*验/ })
    .first()
    .click();
  await expect(drawer.getByText('没有被改动')).toBeVisible();
  await expect(drawer.getByText('与当时逐字节一致')).toBeVisible();
  await picture(page, 'report-check');
  const { items } = await service.get<{ items: { version: number }[] }>(`/reports?sheetId=${sheet.id}&kind=monitoring`);
  expect(items.map(({ version }) => version)).toEqual([2, 1]);

  // The figures change elsewhere while the page is in front.
  await page.keyboard.press('Escape');
  await expect(page.getByText('第 2 版已出具，数据没有变化')).toBeVisible();
  const budget = `/target-sheets/${sheet.id}/budget/2026-10`;
  const before = await service.get<{ spent: string; version: number }>(budget);
  const body = { spent: (Number(before.spent) + 1).toFixed(2), spentBySource: null };
  const answer = await service.request('PUT', budget, { body, headers: { 'If-Match': `"${before.version}"` } });
  expect(answer).toMatchObject({ status: 200 });
  await expect(page.getByText('第 2 版出具后数据有变')).toBeVisible();
});

test('all forms of all departments in four clicks, one of which answers a question, also for who leaves meanwhile', async ({
  open,
  service,
}) => {
  const { length: sheets } = await sheetsOf(service);
  const page = await open('/', { viewport: WIDE });
  await page.getByRole('link', { name: '报告与表单' }).click();
  await expect(page.getByText(/还没有出具过2026年10月自评表/)).toBeVisible();
  expect(await seriousFindings(page)).toEqual([]);
  await picture(page, 'reports-empty-1440', { fullPage: true });
  await pack(page);
  await expect(page.getByRole('progressbar').or(fetching(page, 10)).first()).toBeVisible();
  await picture(page, 'reports-batch-under-way');
  await page.goto('/'); // it goes on
  await page.goBack();
  await expect(fetching(page, 10)).toBeVisible(PATIENCE);
  await expect(page.getByText(`已出具 ${sheets} 份`)).toBeVisible();
  await expect(page.getByRole('row').filter({ hasText: '第 1 版' })).toHaveCount(sheets); // in the list by itself
  expect(await seriousFindings(page)).toEqual([]);
  await picture(page, 'reports-batch-1440', { fullPage: true });
  const { name, content } = await downloaded(page, () => fetching(page, 10).click());
  expect(name).toBe('绩效自评表-2026-10.zip');
  const packed = unzipSync(content);
  expect(Object.keys(packed)).toHaveLength(sheets);
  expect(strFromU8(Object.values(packed)[0]!.slice(0, 2))).toBe('PK');

  // What changed since is left out without a reason, and said by name.
  await newIndicators(service, '调研报告');
  await pack(page);
  await expect(page.getByText('1 份没有出具：')).toBeVisible(PATIENCE);
  await expect(page.getByText(/部门整体：.*须说明原因/)).toBeVisible();
  await picture(page, 'reports-left-out');
});

test('two people pack at once, one after the other is taken, and what is no longer wanted is cancelled', async ({
  open,
  service,
}) => {
  const mine = await open('/reports?kind=scoring&month=2026-09');
  const theirs = await open('/reports?kind=scoring&month=2026-09', { as: HEAD });
  await expect(begin(mine)).toBeEnabled();
  await expect(begin(theirs)).toBeEnabled();
  // Two that take long are made first, as many as are made at once, so that there is something to cancel.
  const formats = ['xlsx', 'docx', 'pdf', 'html'];
  for (const kind of ['self-evaluation', 'monitoring'])
    expect(
      (await service.request('POST', '/reports/batches', { body: { kind, month: '2026-09', formats } })).status,
    ).toBe(202);
  await Promise.all([pack(mine), pack(theirs)]);
  const own = mine.getByRole('listitem').filter({ hasText: '李样例' }); // the office sees the head's, too
  await own.getByRole('button', { name: /^取消打包 2026年9月评分报告/ }).click();
  await mine.getByRole('tooltip').getByRole('button', { name: '取消打包' }).click();
  await expect(fetching(theirs, 9)).toHaveCount(1, PATIENCE); // the head's own, and not the office's
  await expect(fetching(mine, 9)).toHaveCount(3, PATIENCE); // the office sees the head's, too, and its own has none
  await expect(mine.getByText(/已取消，已出具/)).toBeVisible(); // and says what became of it
  await expect(mine.getByRole('button', { name: /^删除文件 2026年9月评分报告/ })).toHaveCount(1);
});

test('who may not issue reads what was issued; who may not read is told so; a foreign department shows nothing', async ({
  open,
  service,
}) => {
  const { id, department } = await wholeDepartment(service);
  const place = `/reports?kind=monitoring&month=2026-08&department=${department.id}&sheet=${id}`;
  const clerk = await open(place, { as: CLERK });
  await expect(clerk.getByText('本月还没有出具过。')).toBeVisible();
  const body = { kind: 'monitoring', month: '2026-08', sheetId: id };
  expect((await service.request('POST', '/reports', { body })).status).toBe(201);
  await clerk.reload();
  await expect(clerk.getByRole('article')).toBeVisible();
  await expect(clerk.getByRole('button', { name: /出具/ })).toHaveCount(0);
  await picture(clerk, 'report-read', { fullPage: true });
  const auditor = await open(place, { as: 'auditor' });
  await expect(auditor.getByText('没有权限打开此页')).toBeVisible();
  await expect(clerk.getByText(/预览/)).toHaveCount(0); // what only managers get
  await clerk.goto('/reports');
  await expect(clerk.getByRole('link', { name: /^查看已出具的/ }).first()).toBeVisible();
  await expect(clerk.getByText(/预览/)).toHaveCount(0);
});

test('an address that names what is not there, or not for whoever looks, says so and leads on', async ({ open }) => {
  const UNKNOWN = '01900000-0000-7000-8000-000000000000';
  const page = await open(`/reports?kind=scoring&department=${UNKNOWN}`, { as: HEAD });
  await expect(page.getByRole('alert')).toContainText('找不到链接中的部门');
  await picture(page, 'reports-unknown');
  await page.getByRole('button', { name: '打开本页，不限部门' }).click();
  await expect(page.getByRole('heading', { name: '报告与表单' })).toBeVisible();
  for (const [place, what] of [
    ['/reports?kind=monitoring&department=nonsense&sheet=nonsense', '部门'],
    [`/reports?kind=monitoring&sheet=${UNKNOWN}`, '绩效目标表'],
    ['/entry?department=nonsense', '部门'],
    ['/sheets?department=nonsense', '部门'],
    [`/indicators/owners?sheet=${UNKNOWN}`, '绩效目标表'],
  ] as const) {
    await page.goto(place);
    await expect(page.getByRole('alert')).toContainText(`找不到链接中的${what}`);
  }
});

test('the language of files and the formats stay as they were chosen; without a choice they follow the page', async ({
  open,
}) => {
  const page = await open('/reports', { viewport: WIDE });
  const language = page.getByRole('combobox', { name: /文件语言|Language of the files/ });
  const shown = page.locator('.reports-options .ant-select-content');
  await expect(shown).toHaveText('中文');
  await page.getByRole('button', { name: 'English' }).click();
  await expect(shown).toHaveText('English');
  await page.getByRole('checkbox', { name: 'PDF' }).check();
  await language.click();
  await page.getByTitle('Chinese').click();
  await page.getByRole('link', { name: 'Months' }).click();
  await page.getByRole('link', { name: 'Reports and forms' }).click();
  await expect(page.getByRole('checkbox', { name: 'PDF' })).toBeChecked();
  await expect(page.getByRole('checkbox', { name: 'Excel' })).toBeChecked();
  await expect(shown).toHaveText('Chinese');
});

test('a phone scrolls the form and not the page; English, dark', async ({ open, service }) => {
  const { id, department } = await wholeDepartment(service);
  const place = `/reports?lang=en&kind=monitoring&month=2026-07&department=${department.id}&sheet=${id}`;
  const phone = await open(place, { viewport: PHONE, colorScheme: 'dark' });
  await expect(phone.getByRole('article')).toBeVisible();
  expect(await phone.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(PHONE.width);
  expect(await seriousFindings(phone)).toEqual([]);
  await picture(phone, 'report-360-en-dark', { fullPage: true });
  const page = await open(place, { viewport: { width: 1024, height: 768 }, colorScheme: 'dark' });
  await expect(page.getByRole('article')).toBeVisible();
  await picture(page, 'report-1024-en-dark', { fullPage: true });
});
