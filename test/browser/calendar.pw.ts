// The year at a glance: set a day, take it back, and who may.
import { picture } from './support/picture.js';
import { expect, PHONE, test } from './support/test.js';

test.use({ installation: 'calendar' });

const LOCAL = { name: '更改 2026-11-03 地方节日' };

test('the office sets a local day, removes it and takes the removal back', async ({ open }) => {
  const page = await open('/calendar', { viewport: { width: 1440, height: 900 } });
  const october = page.getByRole('table', { name: '2026年10月' });
  await expect(october.getByRole('button', { name: '更改 2026-10-10 国庆节' })).toContainText('10班');
  await page.getByRole('button', { name: '添加一天' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('日期').fill('2026-11-03');
  await dialog.getByLabel('名称').fill('地方节日');
  await dialog.getByRole('button', { name: /确\s*定/ }).click();
  const day = page.getByRole('table', { name: '2026年11月' }).getByRole('button', LOCAL);
  await expect(day).toContainText('3休*');
  await picture(page, 'calendar', { fullPage: true });
  await day.click();
  await picture(page, 'calendar-change');
  await dialog.getByRole('button', { name: '删除这一天的安排' }).click();
  await expect(page.getByRole('status').filter({ hasText: '已删除 2026-11-03' })).toBeInViewport();
  await expect(day).toHaveCount(0);
  await page.getByRole('button', { name: /撤\s*销/ }).click();
  await expect(day).toBeVisible();
});

test('from November the missing next year is shouted, and its button leads there', async ({ open }) => {
  const page = await open('/calendar', { viewport: PHONE });
  await expect(page.getByRole('alert').filter({ hasText: '2027 年的放假和调休安排尚未录入' })).toBeVisible();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(PHONE.width);
  await picture(page, 'calendar-phone', { fullPage: true });
  await page.getByRole('button', { name: '录入 2027 年' }).click();
  await expect(page.getByRole('table', { name: '2027年1月' })).toBeVisible();
});

test('whoever may not change it sees the days and no buttons', async ({ open }) => {
  const page = await open('/calendar?lang=en', { as: 'chen.yanshi', colorScheme: 'dark' });
  await expect(page.getByRole('table', { name: 'October 2026' }).getByText('H').first()).toBeVisible();
  await expect(page.getByText('The holidays of 2027 are not entered')).toBeVisible();
  await expect(page.getByRole('main').getByRole('button')).toHaveCount(0);
  await picture(page, 'calendar-en-dark', { fullPage: true });
});
