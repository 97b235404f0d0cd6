// Who is told what: the days to come, the rules and what others would do, the ledger, and whom nothing reaches.
import { looked } from './support/looked.js';
import { picture } from './support/picture.js';
import { seriousFindings } from './support/serious-findings.js';
import { CLERK, type Installation, OFFICE } from './support/installation.js';
import { expect, test } from './support/test.js';

/** Of everybody in the prepared installation. */
const PASSWORD = 'three dry pears in May';

/** Working days before October is due. */
test.use({ installation: 'reminders', now: '2026-11-03T10:30:00+08:00' });

const rulesOf = (service: Installation) => service.get<{ ladder: object[]; version: number }>('/reminders/rules');

test('rules are tried out before they are set, and somebody else’s change is not lost', async ({ open, service }) => {
  const page = await open('/reminders', { viewport: { width: 1440, height: 900 } });
  await expect(page.getByText('截止前 3 个工作日')).toBeVisible();
  await looked(page, 'reminders');
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.getByRole('button', { name: '修改规则' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: '增加一级' }).click();
  const added = dialog.getByLabel('第 7 级的工作日');
  await added.fill('5');
  await dialog.getByRole('button', { name: '试算今后 31 天' }).click();
  await expect(dialog.getByText('这一天已有一级').first()).toBeVisible();
  await added.fill('-99');
  await dialog.getByLabel('最后一级之后，每隔几个工作日再提醒').fill('0');
  await dialog.getByRole('button', { name: '保存规则' }).click();
  await expect(dialog.getByText('请填 -20 到 60 的整数')).toBeVisible(); // and no other number in its place
  await expect(dialog.getByText('请填 1 到 60 的整数')).toBeVisible();
  await expect(added).toHaveValue('-99');
  await dialog.getByLabel('最后一级之后，每隔几个工作日再提醒').fill('5');
  await added.fill('-5');
  await dialog.getByRole('button', { name: '试算今后 31 天' }).click();
  await expect(dialog.getByRole('status')).toContainText('现行规则');
  expect((await rulesOf(service)).ladder).toHaveLength(6);
  await picture(page, 'reminders-rules', { fullPage: true });
  expect(await seriousFindings(page)).toEqual([]);

  const { version, ...rules } = await rulesOf(service);
  const headers = { 'If-Match': `"${version}"` };
  await service.request('PUT', '/reminders/rules', { body: { ...rules, sendHour: 8 }, headers });
  await dialog.getByRole('button', { name: '保存规则' }).click();
  await expect(dialog.getByRole('alert')).toBeVisible();
  expect(await rulesOf(service)).toMatchObject({ sendHour: 8, ladder: rules.ladder });
  await dialog.getByRole('button', { name: '保存规则' }).click(); // what was typed stays, from the version that is seen now
  await expect(dialog).toBeHidden();
  await expect(page.getByText('截止前 5 个工作日')).toBeVisible();
});

test('the ledger is searched, and says what became of each try', async ({ open, service }) => {
  await service.request('POST', '/jobs/reminder-digest/run', { body: {}, as: 'sysadmin' });
  const page = await open('/reminders', { as: OFFICE });
  const ledger = page.getByRole('region', { name: '提醒台账' });
  await expect(ledger.getByRole('row').nth(1)).toBeVisible();
  await ledger.getByPlaceholder('姓名或部门').fill('没有这个人');
  await ledger.getByPlaceholder('姓名或部门').press('Enter');
  await expect(ledger.getByText('没有符合条件的记录。')).toBeVisible();
  await ledger.getByPlaceholder('姓名或部门').fill('刘');
  await ledger.getByPlaceholder('姓名或部门').press('Enter');
  const line = ledger.getByRole('row', { name: /刘/ }).first();
  await expect(line).toContainText('10月');
  await line.getByRole('button').first().click();
  await expect(ledger.getByText(/发往|还没有尝试发送/).first()).toBeVisible();
  await picture(page, 'reminders-ledger', { fullPage: true });
  await page.reload();
  await expect(ledger.getByPlaceholder('姓名或部门')).toHaveValue('刘');
});

test('a clerk is told that the page is not theirs', async ({ open }) => {
  const page = await open('/reminders', { as: CLERK });
  await expect(page.getByRole('table')).toHaveCount(0);
  await expect(page.getByText('没有权限打开此页')).toBeVisible();
});

test('a contact is reached through a robot, and by mail again', async ({ open }) => {
  const page = await open('/organisation');
  await page.getByRole('button', { name: /示例市人民政府办公室/ }).click();
  await page.getByRole('button', { name: '陈演示的群机器人' }).click();
  const robot = page.getByRole('dialog').getByRole('region', { name: '群机器人' });
  await robot.getByRole('button', { name: '改用群机器人' }).click();
  await robot.getByLabel('机器人地址').fill('https://example.org/robot');
  await robot.getByLabel(/当前密码/).fill(PASSWORD);
  await robot.getByRole('button', { name: '启用机器人' }).click();
  await expect(robot.getByRole('alert').or(robot.locator('.ant-form-item-explain-error'))).toBeVisible(); // not a platform’s
  await robot.getByLabel('机器人地址').fill('https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=example');
  await picture(page, 'robot', { fullPage: true });
  expect(await seriousFindings(page)).toEqual([]);
  await robot.getByRole('button', { name: '启用机器人' }).click();
  await expect(robot.getByText('企业微信群机器人')).toBeVisible();
  await robot.getByRole('button', { name: '停用，改回邮件' }).click();
  await expect(robot.getByText('提醒发到邮箱')).toBeVisible();
});
