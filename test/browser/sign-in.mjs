// The way in and out.
import assert from 'node:assert/strict';

// The last is the one in which the test goes on.
const LOOKS = [
  ['en', 'light'],
  ['en', 'dark'],
  ['zh', 'dark'],
  ['zh', 'light'],
];

export async function signInPages(test) {
  await test.check('nobody sees anything before signing in; a wrong password is refused in words', async () => {
    const page = await test.open('/', { as: null });
    await page.getByRole('heading', { name: '登录' }).waitFor();
    await page.screenshot({ path: `${test.shots}/sign-in.png` });
    await signInOn(page, { username: 'zhou.kanke', password: 'not the password' });
    await page.getByText(/用户名或密码不正确/).waitFor();
    assert.equal(await page.getByText('部门整体绩效目标').count(), 0);
  });

  await test.check('a one-time password is changed first; then a viewer signs in, and out again', async () => {
    const page = await test.open('/', { as: null });
    const printed = test.service.printedPassword('zhou.kanke');
    await signInOn(page, { username: 'zhou.kanke', password: printed });
    await page.getByRole('heading', { name: '修改密码' }).waitFor();
    for (const [language, colorScheme] of LOOKS) {
      await page.emulateMedia({ colorScheme });
      await page.goto(`${test.service.address}/?lang=${language}`);
      await page.getByRole('heading', { level: 2 }).waitFor();
      assert.deepEqual(await test.seriousFindings(page), []);
    }
    await page.getByLabel('现在的密码').fill(printed);
    await page.getByLabel('新密码', { exact: true }).fill('four green plums in June');
    await page.getByLabel('再次输入新密码').fill('four green plums');
    await page.getByRole('button', { name: '修改并继续' }).click();
    await page.getByText('两次输入的新密码不一致').waitFor();
    await page.getByLabel('再次输入新密码').fill('four green plums in June');
    await page.screenshot({ path: `${test.shots}/change-password.png` });
    await page.getByRole('button', { name: '修改并继续' }).click();
    await page.getByRole('heading', { name: /您好/ }).waitFor();
    await page.getByText('查看者').click();
    await page.getByRole('menuitem', { name: '退出' }).click();
    await page.getByRole('heading', { name: '登录' }).waitFor();
    await page.reload();
    await page.getByRole('heading', { name: '登录' }).waitFor();
  });

  await test.check('a provider that is down sends people back, and the page says so', async () => {
    const page = await test.open('/', { as: null });
    await page.getByRole('link', { name: '统一身份认证登录' }).click();
    await page.getByText('暂时连接不上统一身份认证').waitFor();
    assert.deepEqual(await test.seriousFindings(page), []);
  });

  await test.check('a session that ends meanwhile leads to the sign-in page', async () => {
    const page = await test.open('/sheets?month=2026-10');
    await page.getByRole('table').first().waitFor();
    await page.context().clearCookies();
    await page.getByRole('link', { name: '部门整体绩效目标' }).click();
    await page.getByRole('heading', { name: '登录' }).waitFor();
  });
}

async function signInOn(page, { username, password }) {
  await page.getByLabel('用户名').fill(username);
  await page.getByLabel('密码').fill(password);
  await page.getByRole('button', { name: /登\s*录/ }).click();
}
