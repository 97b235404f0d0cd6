// Accounts: made by the security administrator, used by their owner, seen by the auditor.
import assert from 'node:assert/strict';

export async function administration(test) {
  await test.check(
    'the security administrator adds a reporter, who can sign in with the password that is shown',
    async () => {
      const page = await test.open('/', { as: 'secadmin' });
      await page.getByRole('button', { name: '新建用户' }).click();
      const form = page.getByRole('dialog');
      await form.getByLabel('用户名').fill('wang.xin');
      await form.getByLabel('姓名').fill('王新');
      await form.getByLabel('部门').click();
      await page.getByTitle('示例市人民政府办公室').click();
      await form.getByLabel('负责的股室').click();
      await page.getByTitle('综合股').click();
      await form.locator('.ant-modal-title').click(); // the list closes
      await page.screenshot({ path: `${test.shots}/add-user.png` });
      await form.getByRole('button', { name: '新建用户' }).click();
      await page.getByText(/wang.xin 的一次性密码/).waitFor();
      const password = await page.locator('code').innerText();
      await page.getByRole('cell', { name: 'wang.xin' }).waitFor();

      const theirs = await test.open('/', { as: null });
      await theirs.getByLabel('用户名').fill('wang.xin');
      await theirs.getByLabel('密码').fill(password.trim());
      await theirs.getByRole('button', { name: /登\s*录/ }).click();
      await theirs.getByRole('heading', { name: '修改密码' }).waitFor();

      const row = page.getByRole('row', { name: /wang.xin/ });
      await row.getByRole('button', { name: /停\s*用/ }).click();
      await page
        .getByRole('tooltip')
        .getByRole('button', { name: /确\s*定/ })
        .click();
      await row.getByText('已停用').waitFor();
      await theirs.reload();
      await theirs.getByRole('heading', { name: '登录' }).waitFor();
    },
  );

  await test.check('the security administrator links an account to an identity at the provider', async () => {
    const page = await test.open('/users', { as: 'secadmin' });
    const row = page.getByRole('row', { name: /zhou.kanke/ });
    const open = async () => {
      await row.getByRole('button', { name: '关联身份' }).click();
      return page.getByRole('dialog');
    };
    const form = await open();
    await form.getByLabel('身份编号').fill('zhou.kanke@gov');
    assert.deepEqual(await test.seriousFindings(page), []);
    await page.screenshot({ path: `${test.shots}/link-identity.png` });
    await form.getByRole('button', { name: '关联身份' }).click();
    await form.waitFor({ state: 'detached' });
    await page.reload();
    assert.equal(await (await open()).getByLabel('身份编号').inputValue(), 'zhou.kanke@gov');
  });

  await test.check('the auditor sees who did it, and nothing of the targets', async () => {
    const page = await test.open('/', { as: 'auditor' });
    const line = page.getByRole('row', { name: /app_user.changed/ }).first();
    await line.getByText('secadmin').waitFor();
    await page.screenshot({ path: `${test.shots}/audit-log.png` });
    assert.equal(await page.getByRole('link', { name: '绩效目标表' }).count(), 0);
  });
}
