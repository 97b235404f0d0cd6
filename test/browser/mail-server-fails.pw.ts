// Nobody listens where SMTP_URL points to, and digests are due.
import { picture } from './support/picture.js';
import { seriousFindings } from './support/serious-findings.js';
import { expect, test } from './support/test.js';

test.use({
  installation: 'without-mail-server',
  now: '2026-11-13T09:30:00+08:00',
  settings: { SMTP_URL: 'smtp://127.0.0.1:9' },
});

test('whoever runs the machine is told on every page that no mail goes out, in their language', async ({ open }) => {
  const page = await open('/jobs', { as: 'sysadmin' });
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
