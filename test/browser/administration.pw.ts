// Accounts: made by the security administrator, used by their owner, seen by the auditor.
import { picture } from './support/picture.js';
import { seriousFindings } from './support/serious-findings.js';
import { signInOn } from './support/sign-in-on.js';
import { expect, test } from './support/test.js';

const PASSWORD = 'three dry pears in May';

test('the security administrator adds a reporter, who can sign in with the password that is shown', async ({
  open,
}) => {
  const page = await open('/', { as: 'secadmin' });
  await page.getByRole('button', { name: '新建用户' }).click();
  const form = page.getByRole('dialog');
  await form.getByLabel('用户名').fill('wang.xin');
  await form.getByLabel('姓名').fill('王新');
  await form.getByLabel('部门').click();
  await page.getByTitle('示例市人民政府办公室').click();
  await form.getByLabel('负责的股室').click();
  await page.getByTitle('综合股').click();
  await page.keyboard.press('Tab'); // goes on, and the section stays
  await expect(form.getByText('综合股')).toBeVisible();
  await picture(page, 'add-user');
  await form.getByLabel(/当前密码/).fill(PASSWORD);
  await form.getByRole('button', { name: '新建用户' }).click();
  await expect(page.getByText(/wang.xin 的一次性密码/)).toBeVisible();
  const password = await page.locator('code').innerText();
  await expect(page.getByRole('cell', { name: 'wang.xin' })).toBeVisible();

  await page.getByRole('button', { name: '新建用户' }).click();
  await form.getByLabel('用户名').fill('wang.xin');
  await form.getByLabel('姓名').fill('王新新');
  await form.getByLabel('角色').click();
  await page.getByTitle('查看者').click();
  await form.getByLabel(/当前密码/).fill(PASSWORD);
  await form.getByRole('button', { name: '新建用户' }).click();
  await expect(form.getByText('用户名“wang.xin”已被使用')).toBeVisible();
  await form.getByRole('button', { name: /取\s*消/ }).click();

  await expect(page.getByRole('columnheader', { name: '部门' })).toBeVisible();
  await page.getByRole('button', { name: '新建用户' }).click();
  await form.getByLabel('用户名').fill('qian.xin');
  await form.getByLabel('姓名').fill('钱新');
  await form.getByLabel('角色').click();
  await page.getByTitle('查看者').last().click();
  await form.getByLabel(/当前密码/).fill(PASSWORD);
  await form.getByRole('button', { name: '新建用户' }).click();
  await expect(page.getByText(/qian.xin 的一次性密码/)).toBeVisible();
  await expect(page.locator('code').filter({ hasText: password.trim() }), 'shown once, and not replaced').toBeVisible();

  const theirs = await open('/', { as: null });
  await signInOn(theirs, { username: 'wang.xin', password: password.trim() });
  await expect(theirs.getByRole('heading', { name: '修改密码' })).toBeVisible();

  const row = page.getByRole('row', { name: /wang.xin/ });
  await row.getByRole('button', { name: /停\s*用/ }).click();
  const asks = page.getByRole('dialog', { name: /停\s*用/ });
  await asks.getByLabel(/当前密码/).fill(PASSWORD);
  await picture(page, 'disable-user');
  await asks.getByRole('button', { name: /停\s*用/ }).click();
  await expect(row.getByText('已停用')).toBeVisible();
  await theirs.reload();
  await expect(theirs.getByRole('heading', { name: '登录' })).toBeVisible();
});

test('an account gets another name, address and role; one’s own role is somebody else’s to change', async ({
  open,
  service,
}) => {
  const page = await open('/users', { as: 'secadmin' });
  await page.getByRole('textbox', { name: '姓名或用户名' }).fill('LI.YANG');
  await expect(page.getByRole('cell', { name: 'li.yangli' })).toBeVisible();
  await expect(page.getByRole('cell', { name: 'auditor' })).toHaveCount(0);
  await page.getByRole('textbox', { name: '姓名或用户名' }).clear();
  const edit = (name: string) => page.getByRole('button', { name: `修改${name}的账号` });
  const dialog = page.getByRole('dialog');
  await edit('周看客').click();
  await dialog.getByLabel('邮箱').fill('不是邮箱');
  await dialog.getByLabel('姓名').click();
  await expect(dialog.getByText('请填写完整的邮箱地址')).toBeVisible();
  await dialog.getByLabel('邮箱').fill('zhou@example.org');
  await dialog.getByLabel(/当前密码/).fill(PASSWORD);
  await dialog.getByLabel('角色').click();
  await page.getByTitle('填报人').click();
  await dialog.getByRole('button', { name: /保\s*存/ }).click();
  await expect(dialog.getByText(/请选择股室/)).toBeVisible(); // a reporter without any can enter nothing
  await dialog.getByLabel(/暂不指定股室/).check();
  expect(await seriousFindings(page)).toEqual([]);
  await picture(page, 'edit-user');
  await dialog.getByRole('button', { name: /保\s*存/ }).click();
  await expect(dialog).toBeHidden();
  const { body } = await service.request<{ items: { username: string }[] }>('GET', '/users?limit=500', {
    as: 'secadmin',
  });
  const changed = body.items.find(({ username }) => username === 'zhou.kanke');
  expect(changed).toMatchObject({ email: 'zhou@example.org', role: 'reporter' });
  await edit('安全管理员').click();
  await expect(dialog.getByText('自己的角色和部门由另一位安全管理员修改。')).toBeVisible();
  await expect(dialog.getByLabel('角色')).toHaveCount(0);
});

test('people see where they are signed in and make a token; the security administrator ends both', async ({ open }) => {
  const theirs = await open('/', { as: 'chen.yanshi' });
  await theirs.getByRole('button', { name: /填报人/ }).click();
  await theirs.getByText('我的账号').click();
  const own = theirs.getByRole('dialog', { name: '我的账号' });
  await expect(own.getByText('本次登录')).toBeVisible();
  await own.getByLabel('用途').fill('数据交换');
  await own.getByLabel(/当前密码/).fill('not the right one');
  await own.getByRole('button', { name: '新建令牌' }).click();
  await expect(own.getByText(/现在的密码不正确/)).toBeVisible();
  expect(await seriousFindings(theirs)).toEqual([]);
  await picture(theirs, 'my-account');
  await own.getByLabel(/当前密码/).fill(PASSWORD);
  await own.getByRole('button', { name: '新建令牌' }).click();
  await expect(own.getByText(/^jx_/)).toBeVisible();
  const page = await open('/users', { as: 'secadmin' });
  await page
    .getByRole('row', { name: /chen.yanshi/ })
    .getByRole('button', { name: '登录与令牌' })
    .click();
  const dialog = page.getByRole('dialog', { name: /的登录与令牌/ });
  await dialog
    .getByRole('listitem')
    .filter({ hasText: '数据交换' })
    .getByRole('button', { name: /结\s*束/ })
    .click();
  const asks = page.getByRole('dialog', { name: /^结\s*束$/ });
  await asks.getByLabel(/当前密码/).fill(PASSWORD);
  await asks.getByRole('button', { name: /^结\s*束$/ }).click();
  await expect(dialog.getByText('数据交换')).toBeHidden();
  expect(await seriousFindings(page)).toEqual([]);
  await picture(page, 'user-access');
  await expect(dialog.getByRole('button', { name: '结束全部登录' })).toBeEnabled();
});

test('the security administrator links an account to an identity at the provider', async ({ open }) => {
  const page = await open('/users', { as: 'secadmin' });
  const row = page.getByRole('row', { name: /zhou.kanke/ });
  const form = page.getByRole('dialog');
  await row.getByRole('button', { name: '关联身份' }).click();
  await form.getByLabel('身份编号').fill('zhou.kanke@gov');
  await form.getByLabel(/当前密码/).fill(PASSWORD);
  expect(await seriousFindings(page)).toEqual([]);
  await picture(page, 'link-identity');
  await form.getByRole('button', { name: '关联身份' }).click();
  await expect(form).toBeHidden();
  await page.reload();
  await row.getByRole('button', { name: '关联身份' }).click();
  await expect(form.getByLabel('身份编号')).toHaveValue('zhou.kanke@gov');
});

test('the auditor sees who did it, and nothing of the targets', async ({ open, service }) => {
  const as = 'secadmin';
  const body = { username: 'liu.xin', displayName: '刘新', role: 'viewer', current: PASSWORD };
  const created = await service.request<{ user: { id: string } }>('POST', '/users', { as, body });
  const change = { body: { displayName: '刘欣', current: PASSWORD }, headers: { 'if-match': '"1"' } };
  const changed = await service.request('PATCH', `/users/${created.body.user.id}`, { as, ...change });
  expect(changed.status, JSON.stringify(changed.body)).toBe(200);
  const page = await open('/', { as: 'auditor' });
  const line = page.getByRole('row', { name: /账号：修改/ }).first();
  await expect(line.getByText('secadmin')).toBeVisible();
  await picture(page, 'audit-log');
  await expect(page.getByRole('link', { name: '绩效目标表' })).toHaveCount(0);
});

test('each administrator comes from / to a page of their own, not to a refusal', async ({ open }) => {
  const starts = { sysadmin: '/system', secadmin: '/users', auditor: '/audit' } as const;
  for (const as of ['sysadmin', 'secadmin', 'auditor'] as const) {
    const page = await open('/', { as });
    await expect(page).toHaveURL(new RegExp(`${starts[as]}$`));
    await expect(page.getByRole('main').getByRole('table').first()).toBeVisible();
    await expect(page.getByText('没有权限打开此页')).toHaveCount(0);
  }
});

test('a new account of the office waits for another security administrator, and the auditor sees it', async ({
  open,
}) => {
  const page = await open('/users', { as: 'secadmin' });
  await page.getByRole('button', { name: '新建用户' }).click();
  const form = page.getByRole('dialog');
  await form.getByLabel('用户名').fill('qin.xin');
  await form.getByLabel('姓名').fill('秦新');
  await form.getByLabel('角色').click();
  await page.getByTitle('绩效办').click();
  await form.getByLabel(/当前密码/).fill(PASSWORD);
  await form.getByRole('button', { name: '新建用户' }).click();
  const waiting = page.getByText(/申请新建账号：秦新（绩效办）/);
  await expect(waiting).toBeVisible();
  await expect(page.getByText(/没有其他安全管理员可复核/)).toBeVisible();
  for (const said of ['用户名：qin.xin', '姓名：秦新', '角色：绩效办'])
    await expect(page.getByText(said)).toBeVisible();
  await expect(page.getByRole('button', { name: '复核并办理' })).toHaveCount(0);
  expect(await seriousFindings(page)).toEqual([]);
  await picture(page, 'pending-changes');
  const auditor = await open('/audit', { as: 'auditor' });
  await expect(auditor.getByText(/申请新建账号：秦新/)).toBeVisible();
  await page.getByRole('button', { name: /撤\s*回/ }).click();
  await expect(waiting).toBeHidden();
});
