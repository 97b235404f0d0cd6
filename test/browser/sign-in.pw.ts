// The way in and out.
import type { Installation } from './support/installation.js';
import { picture } from './support/picture.js';
import { seriousFindings } from './support/serious-findings.js';
import { signInOn } from './support/sign-in-on.js';
import { expect, test } from './support/test.js';

// The last is the one in which the test goes on.
const LOOKS = [
  ['en', 'light'],
  ['en', 'dark'],
  ['zh', 'dark'],
  ['zh', 'light'],
] as const;

test('nobody sees anything before signing in; a wrong password is refused in words', async ({ open }) => {
  const page = await open('/', { as: null });
  await expect(page.getByRole('heading', { name: '登录' })).toBeVisible();
  await picture(page, 'sign-in');
  await signInOn(page, { username: 'zhou.kanke', password: 'not the password' });
  await expect(page.getByText(/用户名或密码不正确/)).toBeVisible();
  await expect(page.getByText('部门整体绩效目标')).toHaveCount(0);
});

test('a one-time password is changed first; then a viewer signs in, and out again', async ({ open, service }) => {
  const { username, password } = await newViewer(service);
  const page = await open('/', { as: null });
  await signInOn(page, { username, password });
  await expect(page.getByRole('heading', { name: '修改密码' })).toBeVisible();
  for (const [language, colorScheme] of LOOKS) {
    await page.emulateMedia({ colorScheme });
    await page.goto(`/?lang=${language}`);
    await expect(page.getByRole('heading', { level: 2 })).toBeVisible();
    expect(await seriousFindings(page)).toEqual([]);
  }
  await page.goto('/?lang=zh');
  await expect(page.getByText('至少 12 个字符；不能是常见的密码'), 'before anything is typed').toBeVisible();
  await page.getByLabel('当前密码').fill(password);
  await page.getByLabel('新密码', { exact: true }).fill('four green plums in June');
  await page.getByLabel('再次输入新密码').fill('four green plums');
  await page.getByRole('button', { name: '修改并继续' }).click();
  await expect(page.getByText('两次输入的新密码不一致')).toBeVisible();
  await page.getByLabel('再次输入新密码').fill('four green plums in June');
  await picture(page, 'change-password');
  await page.getByRole('button', { name: '修改并继续' }).click();
  await expect(page.getByRole('heading', { name: /您好/ })).toBeVisible();
  await page.getByRole('button', { name: /周看/ }).click();
  await page.getByRole('menuitem', { name: '退出' }).click();
  await expect(page.getByRole('heading', { name: '登录' })).toBeVisible();
  await page.reload();
  await expect(page.getByRole('heading', { name: '登录' })).toBeVisible();
});

test('a provider that is down sends people back, and the page says so', async ({ open }) => {
  const page = await open('/', { as: null });
  await page.getByRole('link', { name: '统一身份认证登录' }).click();
  await expect(page.getByText('暂时连接不上统一身份认证')).toBeVisible();
  expect(await seriousFindings(page)).toEqual([]);
});

test('a session that ends meanwhile leads to the sign-in page', async ({ open }) => {
  const page = await open('/sheets?month=2026-10');
  await expect(page.getByRole('table').first()).toBeVisible();
  await page.context().clearCookies();
  await page.getByRole('link', { name: '部门整体绩效目标', exact: true }).click();
  await expect(page.getByRole('heading', { name: '登录' })).toBeVisible();
});

test('what was typed into a dialog is still there after signing in again, unless somebody else does', async ({
  open,
}) => {
  const page = await open('/organisation');
  const dialog = page.getByRole('dialog').filter({ has: page.getByLabel('部门名称') });
  await page.getByRole('button', { name: '新建部门' }).click();
  await dialog.getByLabel('部门名称').fill('示例市气象局');
  await page.context().clearCookies();
  await dialog.getByRole('button', { name: /保\s*存/ }).click();
  await expect(page.getByRole('heading', { name: '登录' })).toBeVisible();
  await expect(page.getByText('页面和已填的内容都还在')).toBeVisible();
  await picture(page, 'sign-in-again');
  await signInOn(page, { username: 'li.yangli', password: 'three dry pears in May' });
  await expect(page.getByRole('heading', { name: '登录' })).toBeHidden();
  await expect(dialog.getByLabel('部门名称')).toHaveValue('示例市气象局');
  await expect(dialog.getByText('登录过期，刚才的操作没有完成；登录后请再做一次。')).toBeVisible();

  // Also where only some roles are shown the field.
  const other = await open('/reports?month=2026-10', { beside: page });
  const reason = other.getByPlaceholder(/^出具新版的原因/);
  await reason.fill('补录九月数据');
  await page.context().clearCookies();
  await other.getByRole('button', { name: '全部出具并打包' }).click();
  await other.getByRole('button', { name: '出具并打包', exact: true }).click();
  await signInOn(other, { username: 'li.yangli', password: 'three dry pears in May' });
  await expect(other.getByRole('heading', { name: '登录' })).toBeHidden();
  await expect(reason).toHaveValue('补录九月数据');
  await other.close();

  await page.context().clearCookies();
  await dialog.getByRole('button', { name: /保\s*存/ }).click();
  await signInOn(page, { username: 'chen.yanshi', password: 'three dry pears in May' });
  await expect(page.getByText(/您的角色是“填报人”/)).toBeVisible();
  await expect(page.getByText('示例市气象局')).toHaveCount(0);
  await expect(dialog).toHaveCount(0);
});

/** Somebody who may look, and has not signed in yet. */
async function newViewer(service: Installation): Promise<{ username: string; password: string }> {
  const username = `viewer.${test.info().testId}.${test.info().repeatEachIndex}`;
  const body = { username, displayName: '周看', role: 'viewer', current: 'three dry pears in May' };
  const { body: created } = await service.request<{ password: string }>('POST', '/users', { as: 'secadmin', body });
  return { username, password: created.password };
}

test('passwords are masked, pasted, and filled in by password managers', async ({ open, service }) => {
  const { username, password } = await newViewer(service);
  const page = await open('/', { as: null });
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  const isOne = async (label: string | RegExp, autocomplete: string): Promise<void> => {
    const field = page.getByLabel(label, { exact: true });
    await expect(field).toHaveAttribute('type', 'password');
    await expect(field).toHaveAttribute('autocomplete', autocomplete);
  };
  const paste = async (label: string, text: string): Promise<void> => {
    await page.evaluate((pasted) => navigator.clipboard.writeText(pasted), text);
    await page.getByLabel(label, { exact: true }).click();
    await page.keyboard.press('Control+V');
    await expect(page.getByLabel(label, { exact: true })).toHaveValue(text);
  };
  await expect(page.getByLabel('用户名')).toHaveAttribute('autocomplete', 'username');
  await isOne('密码', 'current-password');
  await page.getByLabel('用户名').fill(username);
  await paste('密码', password);
  await page.getByRole('button', { name: /登\s*录/ }).click();
  await expect(page.getByRole('heading', { name: '修改密码' })).toBeVisible();
  for (const label of ['新密码', '再次输入新密码']) await isOne(label, 'new-password');
  await isOne('当前密码', 'current-password');
  const long = 'quiet rivers carry 7 paper lanterns past the old mill, every June';
  for (const label of ['新密码', '再次输入新密码']) await paste(label, long);
  await paste('当前密码', password);
  await page.getByRole('button', { name: '修改并继续' }).click();
  await expect(page.getByRole('heading', { name: /您好/ })).toBeVisible();
});
