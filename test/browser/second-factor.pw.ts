// What people show besides the password: demanded, added, asked for, ended.
import { TOTP } from 'otpauth';
import type { Installation } from './support/installation.js';
import { looked } from './support/looked.js';
import { signInOn } from './support/sign-in-on.js';
import { expect, test } from './support/test.js';

test.use({ installation: 'second-factor', settings: { PASSWORD_PROFILE: 'mlps' } });

const PASSWORD = 'three dry pears in May';

/** The code of now, or of half a minute later, by the service's clock. */
async function codeOf(service: Installation, secret: string, steps = 0): Promise<string> {
  const { now } = await service.get<{ now: string }>('/session');
  return new TOTP({ secret }).generate({ timestamp: Date.parse(now) + steps * 30_000 });
}

test('is demanded of the auditor, who adds it, signs in with it, and ends it', async ({ open, service }) => {
  const page = await open('/', { as: null });
  await signInOn(page, { username: 'auditor', password: PASSWORD });
  await expect(page.getByText(/您的角色启用第二重验证/)).toBeVisible();
  await looked(page, 'factor-demanded');
  await page.getByLabel(/当前密码/).fill(PASSWORD);
  await page.getByRole('button', { name: '启用验证器应用' }).click();
  await expect(page.getByRole('img', { name: '验证器二维码' })).toBeVisible();
  await looked(page, 'factor-key');
  const key = page.locator('code').filter({ hasText: /^([A-Z2-7]{4} ?){8}$/ });
  const secret = (await key.innerText()).replace(/\s/g, '');
  await page.getByLabel('验证码').fill('000000');
  await page.getByRole('button', { name: '确认启用' }).click();
  await expect(page.getByText(/验证码不正确/)).toBeVisible();
  await page.getByLabel('验证码').fill(await codeOf(service, secret));
  await page.getByRole('button', { name: '确认启用' }).click();
  const codes = page.getByRole('region', { name: '恢复码' }).getByRole('listitem');
  await expect(codes).toHaveCount(10);
  await looked(page, 'factor-recovery');
  const [recovery = ''] = await codes.allInnerTexts();
  await page.getByRole('button', { name: '我已保存' }).click();
  await expect(page.getByText('登录：开始').first()).toBeVisible();

  await page.getByRole('button', { name: /审计员/ }).click();
  await page.getByRole('menuitem', { name: '退出' }).click();
  await signInOn(page, { username: 'auditor', password: PASSWORD });
  await expect(page.getByRole('heading', { name: '第二重验证' })).toBeVisible();
  await looked(page, 'factor-step');
  await page.getByLabel('验证码').fill('000000');
  await page.getByRole('button', { name: /继\s*续/ }).click();
  await expect(page.getByText(/验证码不正确/)).toBeVisible();
  await page.getByLabel('验证码').fill(await codeOf(service, secret, 1));
  await page.getByRole('button', { name: /继\s*续/ }).click();
  await expect(page.getByText('登录：开始').first()).toBeVisible();

  await page.getByRole('button', { name: /审计员/ }).click();
  await page.getByText('我的账号').click();
  const own = page.getByRole('dialog', { name: '我的账号' }).getByRole('region', { name: '第二重验证' });
  await expect(own.getByText('剩余恢复码 10 个')).toBeVisible();
  await own.getByRole('button', { name: /停\s*用/ }).click();
  await looked(page, 'factor-own', { dialog: true });
  await own.getByLabel(/当前密码/).fill(PASSWORD);
  await own.getByLabel('验证码').fill(recovery);
  await own.getByRole('button', { name: /停\s*用/ }).click();
  await expect(page.getByText(/您的角色启用第二重验证/)).toBeVisible();
});

test('is left to everybody else, and ended by the security administrator', async ({ open, service }) => {
  const theirs = await open('/', { as: 'chen.yanshi' });
  await theirs.getByRole('button', { name: /填报人/ }).click();
  await theirs.getByText('我的账号').click();
  const own = theirs.getByRole('dialog', { name: '我的账号' }).getByRole('region', { name: '第二重验证' });
  await expect(own.getByText(/没有启用/)).toBeVisible();
  await own.getByRole('button', { name: '启用验证器应用' }).click();
  await own.getByLabel(/当前密码/).fill(PASSWORD);
  await own.getByRole('button', { name: '启用验证器应用' }).click();
  await looked(theirs, 'factor-own-add', { dialog: true });
  const secret = (await own.locator('code').innerText()).replace(/\s/g, '');
  await own.getByLabel('验证码').fill(await codeOf(service, secret));
  await own.getByRole('button', { name: '确认启用' }).click();
  await own.getByRole('button', { name: '我已保存' }).click();
  await expect(own.getByText('剩余恢复码 10 个')).toBeVisible();

  const page = await open('/users', { as: 'secadmin' });
  await page.getByLabel(/当前密码/).fill(PASSWORD);
  await page.getByRole('button', { name: '启用验证器应用' }).click();
  const key = (await page.locator('code').innerText()).replace(/\s/g, '');
  await page.getByLabel('验证码').fill(await codeOf(service, key));
  await page.getByRole('button', { name: '确认启用' }).click();
  await page.getByRole('button', { name: '我已保存' }).click();
  const access = page.getByRole('row', { name: /chen.yanshi/ }).getByRole('button', { name: '登录与令牌' });
  await access.click();
  const factor = page.getByRole('dialog', { name: /的登录与令牌/ }).getByRole('region', { name: '第二重验证' });
  await expect(factor.getByText('剩余恢复码 10 个')).toBeVisible();
  await looked(page, 'factor-of-user', { dialog: true });
  await factor.getByRole('button', { name: '停用第二重验证' }).click();
  const asks = page.getByRole('dialog', { name: '停用第二重验证' });
  await asks.getByLabel(/当前密码/).fill(PASSWORD);
  await looked(page, 'factor-end-of-user', { dialog: true });
  await asks.getByRole('button', { name: '停用第二重验证' }).click();
  await expect(factor.getByText('没有启用')).toBeVisible();
  await theirs.reload();
  await expect(theirs.getByRole('heading', { name: '登录' })).toBeVisible();
});
