// Where people are signed in, and how that ends: one by one, with the password, and everybody's at once.
import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { looked } from './support/looked.js';
import { signInOn } from './support/sign-in-on.js';
import { expect, test } from './support/test.js';

test.use({ installation: 'sign-ins' });

const PASSWORD = 'three dry pears in May';

interface Words {
  readonly account: string;
  readonly signIns: string;
  readonly others: string;
  readonly password: RegExp;
  readonly wrong: RegExp;
  readonly data: string;
}
const WORDS: Readonly<Record<string, Words>> = {
  中文: {
    account: '我的账号',
    signIns: '登录',
    others: '结束其他登录',
    password: /当前密码/,
    wrong: /现在的密码不正确/,
    data: '我的个人数据',
  },
  English: {
    account: 'My account',
    signIns: 'Sign-ins',
    others: 'End all others',
    password: /present password/i,
    wrong: /present password is wrong/i,
    data: 'My personal data',
  },
};

for (const [language, words] of Object.entries(WORDS))
  test(`people end their other sign-ins with the password, in ${language}`, async ({ open }) => {
    const signedIn = async (): Promise<Page> => {
      const page = await open('/', { as: null });
      await signInOn(page, { username: 'chen.yanshi', password: PASSWORD });
      return page;
    };
    const [elsewhere, page] = [await signedIn(), await signedIn()];
    await page.getByRole('button', { name: /填报人/ }).waitFor();
    if (language === 'English') await page.getByRole('button', { name: language }).click();
    await page.getByRole('button', { name: /填报人|reporter/i }).click();
    await page.getByText(words.account).click();
    const sessions = page.getByRole('dialog', { name: words.account }).getByRole('region', { name: words.signIns });
    await expect(sessions.getByRole('listitem').nth(1)).toBeVisible(); // those of another test may stand there, too
    await sessions.getByRole('button', { name: words.others }).click();
    const asks = page.getByRole('dialog', { name: words.others });
    await looked(page, `my-account-${language}`, { dialog: true });
    await asks.getByLabel(words.password).fill('not the right one');
    await asks.getByRole('button', { name: words.others }).click();
    await expect(asks.getByText(words.wrong)).toBeVisible();
    await asks.getByLabel(words.password).fill(PASSWORD);
    await asks.getByRole('button', { name: words.others }).click();
    await expect(sessions.getByRole('listitem')).toHaveCount(1);
    const saved = page.waitForEvent('download');
    await page.getByRole('region', { name: words.data }).getByRole('link').click();
    const kept = readFileSync(await (await saved).path(), 'utf8');
    expect((JSON.parse(kept) as { parts: object[] }).parts[0]).toMatchObject({ rows: [{ username: 'chen.yanshi' }] });
    await elsewhere.reload();
    await expect(elsewhere.getByRole('heading', { name: '登录' })).toBeVisible();
  });

test('the security administrator ends everybody’s at once', async ({ open }) => {
  const theirs = await open('/', { as: 'chen.yanshi' });
  const page = await open('/users', { as: 'secadmin' });
  await looked(page, 'users');
  await page.getByRole('button', { name: '结束所有人的登录' }).click();
  const dialog = page.getByRole('dialog', { name: '结束所有人的登录' });
  await looked(page, 'end-everybody', { dialog: true });
  await dialog.getByLabel(/当前密码/).fill(PASSWORD);
  await dialog.getByRole('button', { name: '全部结束' }).click();
  await expect(dialog.getByText(/已结束 \d+ 个登录/)).toBeVisible();
  await theirs.reload();
  await expect(theirs.getByRole('heading', { name: '登录' })).toBeVisible();
});

test('people change their own password, which ends their other sign-ins', async ({ open }) => {
  const next = 'four green plums in June';
  const theirs = { username: 'zhang.shifan', password: PASSWORD };
  const [elsewhere, page] = [await open('/', { as: null }), await open('/', { as: null })];
  for (const one of [elsewhere, page]) {
    await signInOn(one, theirs);
    await one.getByRole('button', { name: /部门负责人/ }).waitFor();
  }
  await page.getByRole('button', { name: /部门负责人/ }).click();
  await page.getByText('我的账号').click();
  const own = page.getByRole('region', { name: '密码', exact: true });
  await own.getByRole('button', { name: '修改密码' }).click();
  const dialog = page.getByRole('dialog', { name: '修改密码' });
  await expect(dialog.getByText(/其他电脑和浏览器上的登录随即结束/)).toBeVisible();
  await expect(dialog.getByText(/至少 \d+ 个字符/)).toBeVisible();
  await looked(page, 'own-password', { dialog: true });
  const fill = async (current: string): Promise<void> => {
    await dialog.getByLabel('当前密码').fill(current);
    await dialog.getByLabel('新密码', { exact: true }).fill(next);
    await dialog.getByLabel('再次输入新密码').fill(next);
    await dialog.getByRole('button', { name: '修改密码' }).click();
  };
  await fill('not the right one');
  await expect(dialog.getByText(/现在的密码不正确/)).toBeVisible();
  await fill(PASSWORD);
  await expect(own.getByRole('status')).toContainText('密码已修改');
  await expect(page.getByRole('region', { name: '登录' }).getByRole('listitem')).toHaveCount(1);
  await elsewhere.reload();
  await expect(elsewhere.getByRole('heading', { name: '登录' })).toBeVisible();

  await page
    .getByRole('dialog', { name: '我的账号' })
    .getByRole('button', { name: /close|关闭/i })
    .click();
  await page.getByRole('button', { name: /部门负责人/ }).click();
  await page.getByText('退出').click();
  await signInOn(page, { ...theirs, password: next });
  await expect(page.getByRole('button', { name: /部门负责人/ })).toBeVisible();
});
