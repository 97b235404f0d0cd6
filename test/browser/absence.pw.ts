// A head who goes away names a deputy.
import type { Locator, Page } from '@playwright/test';
import { CLERK, HEAD, OFFICE, type Person } from './support/installation.js';
import { picture } from './support/picture.js';
import { seriousFindings } from './support/serious-findings.js';
import { expect, PHONE, test } from './support/test.js';

const PASSWORD = 'three dry pears in May';

test('a head says when they are away and who stands in; the next time it is still there', async ({ open }) => {
  const page = await open('/', { as: HEAD, viewport: PHONE });
  const form = await settingsOn(page);
  expect(await seriousFindings(page)).toEqual([]);
  await form.getByLabel('开始日期').fill('2031-05-12');
  await form.getByLabel('代理人').click();
  const choice = page.locator('.ant-select-item-option').first();
  const deputy = await choice.innerText();
  await choice.click();
  await form.getByLabel(/当前密码/).fill(PASSWORD);
  await picture(page, 'absence');
  await form.getByRole('button', { name: /保\s*存/ }).click();
  await expect(form.getByText('外出须同时填写起止日期')).toBeVisible();
  await form.getByLabel('结束日期').fill('2099-12-31');
  await form.getByRole('button', { name: /保\s*存/ }).click();
  await expect(form.getByText('一次外出最长 92 天')).toBeVisible();
  await form.getByLabel('结束日期').fill('2031-05-16');
  await form.getByRole('button', { name: /保\s*存/ }).click();
  await expect(form).toBeHidden();

  await page.reload();
  const again = await settingsOn(page);
  await expect(again.getByLabel('开始日期')).toHaveValue('2031-05-12');
  await expect(again.getByLabel('结束日期')).toHaveValue('2031-05-16');
  await expect(again.getByText(deputy)).toBeVisible();
  await again.getByLabel(/当前密码/).fill(PASSWORD);
  for (const day of ['开始日期', '结束日期']) await again.getByLabel(day).fill('');
  await again.getByRole('button', { name: /保\s*存/ }).click();
  await expect(again).toBeHidden();
});

test('whoever enters figures is offered it, since somebody has to hear their reminders; others are not', async ({
  open,
}) => {
  const menuOf = async (as: Person) => {
    const page = await open('/', { as });
    await page.locator('.header-tools button').first().click();
    await expect(page.getByRole('menuitem', { name: '退出' })).toBeVisible();
    return page.getByRole('menuitem', { name: '外出与代理' });
  };
  await expect(await menuOf(CLERK)).toBeVisible();
  await expect(await menuOf(OFFICE)).toBeVisible();
  await expect(await menuOf('secadmin')).toHaveCount(0);
});

async function settingsOn(page: Page): Promise<Locator> {
  await page.getByRole('button', { name: /部门负责人/ }).click();
  await page.getByRole('menuitem', { name: '外出与代理' }).click();
  const form = page.getByRole('dialog');
  await expect(form.getByLabel('开始日期')).toBeVisible();
  return form;
}
