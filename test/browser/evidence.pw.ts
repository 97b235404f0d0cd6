// 佐证资料: real files, from the drop to the download.
import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { picture } from './support/picture.js';
import { type Indicator, newIndicators } from './support/sheets.js';
import { expect, test as base } from './support/test.js';

/** An indicator of the test's own, a file, and the page where a month of the indicator is explained. */
const test = base.extend<{
  indicator: Indicator;
  pdf: string;
  opened: (month: string) => Promise<Page>;
}>({
  indicator: async ({ service }, use) => {
    await use((await newIndicators(service, '附件事项'))[0]);
  },
  pdf: async ({ open }, use) => {
    const pdf = base.info().outputPath('会议纪要.pdf');
    await (await open('/', { as: null })).pdf({ path: pdf });
    await use(pdf);
  },
  opened: async ({ open, indicator }, use) => {
    await use(async (month) => {
      const page = await open(`/entry?month=${month}`);
      const row = page.getByRole('row', { name: indicator.name });
      await row.getByRole('button', { name: /说\s*明/ }).click();
      await expect(page.getByText('还没有佐证资料。')).toBeVisible();
      return page;
    });
  },
});

test('a file is added to a month, downloaded as it was, seen at the indicator, and removed', async ({
  open,
  opened,
  indicator,
  pdf,
}) => {
  const page = await opened('2026-08');
  await page.locator('input[type=file]').setInputFiles(pdf);
  const link = page.getByRole('link', { name: '会议纪要.pdf' });
  await expect(link).toBeVisible();
  const [download] = await Promise.all([page.waitForEvent('download'), link.click()]);
  expect(readFileSync(await download.path()).equals(readFileSync(pdf))).toBe(true);
  await picture(page, 'evidence', { fullPage: true });

  const elsewhere = await open(`/indicators/${indicator.id}?month=2026-08`);
  await expect(elsewhere.getByRole('link', { name: '会议纪要.pdf' })).toBeVisible();

  await page.getByRole('button', { name: '移除 会议纪要.pdf' }).click();
  await page.getByRole('tooltip').getByRole('button').last().click();
  await expect(page.getByText('还没有佐证资料。')).toBeVisible();
});

test('a file whose content is not what its name says is refused in the words of the service', async ({ opened }) => {
  const page = await opened('2026-08');
  const buffer = Buffer.from('MZ is no picture');
  await page.locator('input[type=file]').setInputFiles({ name: '照片.png', mimeType: 'image/png', buffer });
  await expect(page.getByRole('alert').getByText(/照片\.png.*扩展名/)).toBeVisible();
});

test('the same file in a second month is taken, with a word of where it stands already', async ({
  opened,
  indicator,
  pdf,
}) => {
  const page = await opened('2026-08');
  await page.locator('input[type=file]').setInputFiles(pdf);
  await expect(page.getByRole('link', { name: '会议纪要.pdf' })).toBeVisible();
  const other = await opened('2026-09');
  await other.getByText('沿用其他月份的资料').click();
  await other.getByLabel('哪个月').click();
  await other.getByTitle('2026年8月').click();
  await other.getByRole('button', { name: '用于本月' }).click();
  const word = `“会议纪要.pdf”已经是 ${indicator.name} 2026年8月 的佐证资料，请核对是否放错。`;
  await expect(other.getByText(word)).toBeVisible();
  await expect(other.getByRole('link', { name: '会议纪要.pdf' })).toBeVisible();
});

test('an upload shows how far it is and can be stopped', async ({ opened, pdf }) => {
  const page = await opened('2026-07');
  await page.route('**/evidence', (route) => (route.request().method() === 'POST' ? undefined : route.continue()));
  await page.locator('input[type=file]').setInputFiles(pdf);
  await expect(page.locator('.ant-upload-list-item-uploading')).toBeVisible();
  await page.getByTitle('停止').click();
  await expect(page.locator('.ant-upload-list-item')).toHaveCount(0);
  await expect(page.getByText('还没有佐证资料。')).toBeVisible();
});
