// The months of all departments: closed after a look at what they lack, reopened with a reason.
import { HEAD } from './support/installation.js';
import { picture } from './support/picture.js';
import { seriousFindings } from './support/serious-findings.js';
import { expect, PHONE, test } from './support/test.js';

test.use({ installation: 'months' });

const OCTOBER = /2026年10月：/;

test('a month is closed in two clicks; who closes it at the same time is told, and it is reopened with a reason', async ({
  open,
}) => {
  const mine = await open('/months', { viewport: { width: 1440, height: 900 } });
  const theirs = await open('/months');
  const cell = (page: typeof mine) => page.getByRole('button', { name: OCTOBER });
  await expect(cell(mine)).toBeVisible();
  expect(await seriousFindings(mine)).toEqual([]);
  await picture(mine, 'months-1440');
  await cell(theirs).click();
  await cell(mine).click();
  const dialog = mine.getByRole('dialog');
  await expect(dialog.getByText(/项指标没有提交/)).toBeVisible();
  expect(await seriousFindings(mine)).toEqual([]);
  await picture(mine, 'month-close');
  await dialog.getByRole('button', { name: /仍然关闭|关闭本月/ }).click();
  await expect(dialog).toBeHidden();
  await expect(mine.getByRole('button', { name: /2026年10月：\s*已关闭/ })).toBeVisible();

  await theirs
    .getByRole('dialog')
    .getByRole('button', { name: /仍然关闭|关闭本月/ })
    .click();
  await expect(theirs.getByRole('alert')).toContainText('已被他人修改');
  await expect(theirs.getByRole('dialog').getByText(/李样例 于 .* 关闭/)).toBeVisible();

  await mine.getByRole('button', { name: /2026年10月：\s*已关闭/ }).click();
  await dialog.getByLabel('原因').fill('补录十月数据');
  await picture(mine, 'month-reopen');
  await dialog.getByRole('button', { name: /重新开放/ }).click();
  await expect(dialog).toBeHidden();
  await expect(mine.getByRole('button', { name: /2026年10月：\s*已逾期/ })).toBeVisible();
});

test('a phone scrolls the grid and not the page; a head looks on', async ({ open }) => {
  const page = await open('/months?lang=en', { viewport: PHONE, colorScheme: 'dark' });
  await expect(page.getByRole('button', { name: /October 2026/ })).toBeVisible();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(PHONE.width);
  expect(await seriousFindings(page)).toEqual([]);
  await picture(page, 'months-360-en-dark');
  const head = await open('/months', { as: HEAD });
  await head.getByRole('button', { name: /2026年9月：/ }).click();
  await expect(head.getByRole('dialog')).toBeVisible();
  await expect(head.getByRole('button', { name: /关闭本月|仍然关闭|重新开放/ })).toHaveCount(0);
});
