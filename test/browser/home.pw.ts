// Where everybody starts: what is theirs to do, and for the office what is theirs to solve.
import { picture } from './support/picture.js';
import { expect, PHONE, test } from './support/test.js';

// What others do to departments and people changes how many steps are done.
test.use({ installation: 'home' });

test('home names people, says what came back and why, what is due next, and what the office has to solve', async ({
  open,
}) => {
  const page = await open('/');
  await expect(page.getByRole('link', { name: '我的待办' })).toBeVisible();
  const main = page.getByRole('main');
  await expect(main.getByText(/^张示范 退回：/)).toBeVisible();
  await expect(main.getByText('2026年11月：2026年12月7日 18:00 前提交')).toBeVisible();
  expect(await main.innerText()).not.toMatch(/zhang\.shifan|2026-1\d/);
  await page.goto('/guide');
  await expect(page.getByText('已完成 7 / 8 步')).toBeVisible();
  await expect(page.getByText('填报人和负责人的账号')).toBeVisible();
  await expect(page.getByText(/下一次提醒邮件在 2026年1\d月\d+日 发出，发给 \d+ 人：/)).toBeVisible();
  await page.getByLabel('发往（填自己的邮箱）').fill('li@example.org');
  await page.getByRole('button', { name: '发送测试邮件' }).click();
  await expect(page.getByText('没有设置邮件服务器，请系统管理员设置 SMTP_URL')).toBeVisible();
  await picture(page, 'guide', { fullPage: true });
});

test('a phone shows the guide whole, and others are told that it is not theirs', async ({ open }) => {
  const page = await open('/guide?lang=en', { viewport: PHONE });
  await expect(page.getByText('A test mail', { exact: true })).toBeVisible();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(PHONE.width);
  const theirs = await open('/guide', { as: 'chen.yanshi' });
  await expect(theirs.getByRole('heading', { name: '没有权限打开此页' })).toBeVisible();
});
