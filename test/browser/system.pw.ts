// Of an installation whose mail server nobody runs, and where digests are due.
import { picture } from './support/picture.js';
import { seriousFindings } from './support/serious-findings.js';
import { expect, PHONE, test } from './support/test.js';

test.use({
  installation: 'without-mail-server',
  now: '2026-11-13T09:40:00+08:00',
  settings: { SMTP_URL: 'smtp://127.0.0.1:9' },
});

test('whoever runs the machine is told on every page that no mail goes out, in their language', async ({ open }) => {
  const page = await open('/system', { as: 'sysadmin' });
  const banner = page.getByRole('alert').filter({ hasText: '邮件服务器不可用' });
  await expect(async () => {
    await page.reload();
    await expect(banner).toBeVisible({ timeout: 2_000 });
  }).toPass();
  await expect(banner).toContainText('连接不上');
  await expect(banner).toContainText('一封不丢');
  await expect(banner).toContainText('没有设置每夜备份'); // what else is wrong stands there, too
  expect(await seriousFindings(page)).toEqual([]);
  await picture(page, 'mail-server-fails');
  await page.getByRole('button', { name: 'English' }).click();
  await expect(page.getByRole('alert').filter({ hasText: 'The mail server takes no mail' })).toBeVisible();
  await picture(page, 'mail-server-fails-en');
});

test('nobody else is bothered with it', async ({ open }) => {
  const page = await open('/');
  await expect(page.getByRole('heading').first()).toBeVisible();
  await expect(page.getByText('邮件服务器不可用')).toHaveCount(0);
});

test('a job says in words what a run would do, runs, and says what came of it', async ({ open }) => {
  const page = await open('/system', { as: 'sysadmin' });
  await expect(page.getByRole('row', { name: /^\S* ?每日提醒/ })).toContainText(/小时后.*用时/);
  await page.getByRole('button', { name: '立即运行：评分月报' }).click();
  const dialog = page.getByRole('dialog');
  await expect(
    dialog
      .getByText(/^出具2026年\d+月的报告 \d+ 份$/)
      .or(dialog.getByText('没有需要做的事'))
      .first(),
  ).toBeVisible();
  expect(await seriousFindings(page)).toEqual([]);
  await picture(page, 'system-run-now');
  await dialog.getByRole('button', { name: '立即运行' }).click();
  await expect(dialog.getByRole('status')).toContainText(/出具了 \d+ 份报告|没有需要出具的报告/);
  await dialog
    .getByRole('button', { name: /关\s*闭/ })
    .last()
    .click();
  await expect(page.getByText('[object')).toHaveCount(0);
  expect(await page.getByRole('main').innerText()).not.toMatch(/[{}]|reminder-digest|rescoring/);
  await page
    .getByRole('button', { name: /展开行|Expand row/ })
    .first()
    .click();
  await expect(page.getByRole('group', { name: /的运行记录/ })).toBeVisible();
  await picture(page, 'system', { fullPage: true });
});

test('a test mail is answered with what the server said', async ({ open }) => {
  const page = await open('/system', { as: 'sysadmin', viewport: PHONE });
  await page.getByLabel('发往（填自己的邮箱）').fill('sysadmin');
  await page.getByRole('button', { name: '发送测试邮件' }).click();
  await expect(page.getByText('请填写完整的邮箱地址')).toBeVisible();
  await page.getByLabel('发往（填自己的邮箱）').fill('sysadmin@example.org');
  await page.getByRole('button', { name: '发送测试邮件' }).click();
  await expect(page.getByRole('status').filter({ hasText: '没有发出：连接不上或连接中断' })).toBeVisible();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(PHONE.width);
  expect(await seriousFindings(page)).toEqual([]);
  await picture(page, 'system-phone', { fullPage: true });
});
