// A passkey is added, shown after the password, renamed and removed, with the authenticator that Chromium has for tests.
import type { Browser, Page } from '@playwright/test';
import type { Installation } from './support/installation.js';
import { looked } from './support/looked.js';
import { signInOn } from './support/sign-in-on.js';
import { DESK, expect, test } from './support/test.js';

test.use({ installation: 'passkeys', settings: { PASSWORD_PROFILE: 'mlps' } });

const PASSWORD = 'three dry pears in May';

/** At the name that the service is known by: passkeys are made for none of numbers. */
async function atItsName(browser: Browser, { address }: Installation): Promise<Page> {
  const context = await browser.newContext({ viewport: DESK, reducedMotion: 'reduce' });
  const page = await context.newPage();
  const devtools = await context.newCDPSession(page);
  await devtools.send('WebAuthn.enable');
  await devtools.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      ...{ protocol: 'ctap2', transport: 'internal', hasResidentKey: true },
      ...{ hasUserVerification: true, isUserVerified: true, automaticPresenceSimulation: true },
    },
  });
  await page.goto(address.replace('127.0.0.1', 'localhost'));
  return page;
}

test('is all that the auditor shows besides the password, and is removed again', async ({ browser, service }) => {
  const page = await atItsName(browser, service);
  await signInOn(page, { username: 'auditor', password: PASSWORD });
  await page.getByText('通行密钥', { exact: true }).click();
  await looked(page, 'passkey-demanded');
  await page.getByLabel('名称').fill('办公室电脑');
  await page.getByLabel(/当前密码/).fill(PASSWORD);
  await page.getByRole('button', { name: '添加通行密钥' }).click();
  await expect(page.getByRole('region', { name: '恢复码' }).getByRole('listitem')).toHaveCount(10);
  await page.getByRole('button', { name: '我已保存' }).click();
  await expect(page.getByText('登录：开始').first()).toBeVisible();

  await page.getByRole('button', { name: /审计员/ }).click();
  await page.getByRole('menuitem', { name: '退出' }).click();
  await signInOn(page, { username: 'auditor', password: PASSWORD });
  await expect(page.getByRole('button', { name: '使用通行密钥' })).toBeVisible();
  await looked(page, 'passkey-step');
  await expect(page.getByLabel('恢复码')).toBeVisible();
  await page.getByRole('button', { name: '使用通行密钥' }).click();
  await expect(page.getByText('登录：开始').first()).toBeVisible();

  await page.getByRole('button', { name: /审计员/ }).click();
  await page.getByText('我的账号').click();
  const own = page.getByRole('dialog', { name: '我的账号' }).getByRole('region', { name: '通行密钥' });
  await expect(own.getByText(/最近使用/)).toBeVisible();
  await own.getByRole('button', { name: '添加通行密钥' }).click();
  await own.getByLabel('名称').fill('同一台');
  await own.getByLabel(/当前密码/).fill(PASSWORD);
  await own.getByRole('button', { name: '添加通行密钥' }).click();
  await expect(own.getByText('这台设备上的通行密钥已经添加过。')).toBeVisible();
  await looked(page, 'passkey-own', { dialog: true });
  const item = own.getByRole('listitem');
  await item.getByRole('button', { name: /改\s*名/ }).click();
  await item.getByLabel('名称').fill('三楼电脑');
  await item.getByRole('button', { name: '保存名称' }).click();
  await expect(item.getByText('三楼电脑')).toBeVisible();
  await item.getByRole('button', { name: /移\s*除/ }).click();
  await item.getByLabel(/当前密码/).fill(PASSWORD);
  await item.getByRole('button', { name: '确认移除' }).click();
  await expect(page.getByText(/您的角色启用第二重验证/)).toBeVisible();
  await page.context().close();
});
