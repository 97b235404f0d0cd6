// What is decided about one indicator: revisions, plan, points by hand, and how a month stood on some day.
import type { Page } from '@playwright/test';
import { CLERK, HEAD, type Installation } from './support/installation.js';
import { picture } from './support/picture.js';
import { indicatorsOf, newIndicators, wholeDepartment } from './support/sheets.js';
import { signInOn } from './support/sign-in-on.js';
import { expect, PHONE, test } from './support/test.js';

test.use({ installation: 'indicator' });

const WIDE = { width: 1440, height: 900 };
const MEETINGS = '保障常务会议次数';

async function meetings(service: Installation): Promise<string> {
  const found = (await indicatorsOf(service, await wholeDepartment(service))).find(({ name }) => name === MEETINGS);
  return found!.id;
}

async function choose(page: Page, label: string, option: string | RegExp): Promise<void> {
  await page.getByRole('dialog').getByLabel(label).last().click();
  await page.locator('.ant-select-item-option').filter({ hasText: option, visible: true }).first().click();
}

interface Stored {
  readonly version: number;
  readonly raw: string;
  readonly milestones: readonly { month: string; target: string }[];
}

test('a target is revised with a reason, after a look at what that changes; the one before stays readable', async ({
  open,
  service,
}) => {
  const id = await meetings(service);
  const before = await service.get<Stored>(`/indicators/${id}`);
  const page = await open(`/indicators/${id}?month=2026-10`, { viewport: WIDE });
  await page.getByRole('button', { name: '调整目标' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: '看看会有什么变化' }).click();
  await expect(dialog.getByText('请填写。').first()).toBeVisible();
  await choose(page, '自哪个月起生效', '2026年7月');
  await dialog.getByLabel('调整原因').fill('市里要求精简会议');
  await dialog.getByRole('textbox', { name: '目标值' }).fill('很多');
  await dialog.getByRole('button', { name: '看看会有什么变化' }).click();
  await expect(dialog.getByText(/不能作为“保障常务会议次数”的新目标值|须用同一单位写明/)).toBeVisible();
  await dialog.getByRole('textbox', { name: '目标值' }).fill('≥50次');
  await picture(page, 'revise-1440');
  await dialog.getByRole('button', { name: '看看会有什么变化' }).click();
  await expect(dialog.getByText(/目标值：≥ 60 次 → ≥ 50 次/)).toBeVisible();
  await expect(dialog.getByText(/截至2026年10月，整表得分/)).toBeVisible();
  await picture(page, 'revise-preview-1440');
  expect((await service.get<Stored>(`/indicators/${id}`)).raw, 'nothing is written yet').toBe(before.raw);
  await dialog.getByRole('button', { name: '返回修改' }).click();
  await expect(dialog.getByLabel('调整原因')).toHaveValue('市里要求精简会议');
  await dialog.getByRole('button', { name: '看看会有什么变化' }).click();
  await dialog.getByRole('button', { name: '确认调整' }).click();
  await expect(dialog).toBeHidden();
  const revisions = page.getByRole('region', { name: '目标调整' });
  await expect(revisions.getByText(/自2026年7月起 市里要求精简会议/)).toBeVisible();
  await expect(revisions.getByText('目标值：≥ 60 次 → ≥ 50 次')).toBeVisible();
  await expect(revisions.getByText('李样例')).toBeVisible();
  await picture(page, 'indicator-revised-1440', { fullPage: true });

  // Months before it keep the target of then.
  await page.goto(`/indicators/${id}?month=2026-06`);
  const then = page.getByRole('region', { name: '2026年6月：当时的样子' });
  await expect(then.getByText('≥ 60 次')).toBeVisible();
});

test('of two who revise at the same time, the second one is told, and nothing they typed is lost', async ({
  open,
  service,
}) => {
  const sheet = await wholeDepartment(service);
  const [mine, other] = await newIndicators(service, '同时调整', 2);
  const page = await open(`/indicators/${mine.id}?month=2026-10`);
  await page.getByRole('button', { name: '调整目标' }).click();
  const dialog = page.getByRole('dialog');
  await choose(page, '自哪个月起生效', '2026年11月');
  await dialog.getByLabel('调整原因').fill('增加任务');
  await dialog.getByRole('textbox', { name: '目标值' }).fill('>=9篇');
  await dialog.getByRole('button', { name: '看看会有什么变化' }).click();
  await expect(dialog.getByRole('button', { name: '确认调整' })).toBeVisible();

  const { version } = await service.get<Stored>(`/target-sheets/${sheet.id}`);
  const body = {
    effectiveMonth: '2026-11',
    reason: '别人先调整',
    indicators: [{ indicatorId: other!.id, raw: '>=5篇' }],
  };
  const headers = { 'if-match': `"${version}"` };
  expect((await service.request('POST', `/target-sheets/${sheet.id}/revisions`, { body, headers })).status).toBe(201);
  await dialog.getByRole('button', { name: '确认调整' }).click();
  await expect(dialog.getByRole('alert').getByText(/您打开之后，这张表已被修改/)).toBeVisible();
  await expect(dialog.getByText(/最近一次调整：李样例.*别人先调整/)).toBeVisible();
  await expect(dialog.getByRole('textbox', { name: '目标值' })).toHaveValue('>=9篇');
  await picture(page, 'revise-conflict');
  await dialog.getByRole('button', { name: '看看会有什么变化' }).click();
  await dialog.getByRole('button', { name: '确认调整' }).click();
  await expect(dialog).toBeHidden();
  expect((await service.get<Stored>(`/indicators/${mine.id}`)).raw).toBe('>=9篇');
  expect((await service.get<Stored>(`/indicators/${other!.id}`)).raw, 'theirs stays').toBe('>=5篇');
});

test('a plan by months is set; what is wrong is said at its line, and what another one planned is shown', async ({
  open,
  service,
}) => {
  const [{ id }] = await newIndicators(service, '有计划的', 1, { raw: '>=12篇', aggregation: 'sum' });
  const page = await open(`/indicators/${id}?month=2026-10`, { as: HEAD });
  const panel = page.getByRole('region', { name: '月度计划（里程碑）' });
  await panel.getByRole('button', { name: '制定计划' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: '添加一个月' }).click();
  await choose(page, '到…月底', /^6月$/);
  await dialog.getByLabel('累计达到').fill('20');
  await dialog.getByRole('button', { name: /保\s*存/ }).click();
  await expect(dialog.getByText(/高于全年指标值 12/)).toBeVisible();
  await dialog.getByLabel('累计达到').fill('5');

  const theirs = { body: { milestones: [{ month: '2026-06', target: '7' }] }, headers: { 'if-match': '"1"' } };
  expect((await service.request('PUT', `/indicators/${id}/milestones`, theirs)).status).toBe(200);
  await dialog.getByRole('button', { name: /保\s*存/ }).click();
  await expect(dialog.getByRole('alert').getByText(/对方保存的计划：6月：累计 7/)).toBeVisible();
  await picture(page, 'plan-conflict');
  await dialog.getByRole('button', { name: '仍按我的保存' }).click();
  await expect(dialog).toBeHidden();
  await expect(panel.getByText('2026年6月')).toBeVisible();
  expect((await service.get<Stored>(`/indicators/${id}`)).milestones).toEqual([{ month: '2026-06', target: '5' }]);
});

test('points are given by hand with a reason, changed by whoever saw them, and withdrawn', async ({
  open,
  service,
}) => {
  const id = await meetings(service);
  const place = `/indicators/${id}/score-override`;
  const page = await open(`/indicators/${id}?month=2026-10`, { viewport: WIDE });
  const panel = page.getByRole('region', { name: '人工复核得分' });
  await panel.getByRole('button', { name: '人工复核' }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByText(/代替公式得分/)).toBeVisible();
  await dialog.getByLabel(/^得分/).fill('99');
  await dialog.getByLabel(/^原因/).fill('两次会议合并召开');
  await dialog.getByRole('button', { name: '保存复核得分' }).click();
  await expect(dialog.getByText(/应在 0 和该指标的分值 15 之间/)).toBeVisible();
  await dialog.getByLabel(/^得分/).fill('11.5');
  await picture(page, 'override-dialog');
  await dialog.getByRole('button', { name: '保存复核得分' }).click();
  await expect(dialog).toBeHidden();
  await expect(panel.getByText('自2026年10月起 11.5 分')).toBeVisible();
  await expect(panel.getByText('两次会议合并召开')).toBeVisible();
  await expect(panel.getByText(/李样例/)).toBeVisible();
  await picture(page, 'indicator-override-1440', { fullPage: true });

  await panel.getByRole('button', { name: '修改' }).click();
  const body = { score: '12', fromMonth: '2026-10', reason: '再次复核' };
  expect((await service.request('PUT', place, { body, headers: { 'if-match': '"1"' } })).status).toBe(200);
  await dialog.getByLabel(/^得分/).fill('13');
  await dialog.getByRole('button', { name: '保存复核得分' }).click();
  await expect(dialog.getByRole('alert').getByText('对方：自2026年10月起 12 分，再次复核')).toBeVisible();
  await dialog.getByRole('button', { name: '仍按我的保存' }).click();
  await expect(panel.getByText('自2026年10月起 13 分')).toBeVisible();

  await panel.getByRole('button', { name: '撤回' }).click();
  const asked = page.getByRole('tooltip');
  await expect(asked.getByText(/撤回后恢复按公式计分/)).toBeVisible();
  await asked.getByRole('button', { name: /撤\s*回/ }).click();
  await expect(panel.getByText('没有人工复核，得分按公式计算。')).toBeVisible();
  expect((await service.request('GET', place)).status).toBe(404);
});

test('who may not decide has no button, and reads who may', async ({ open, service }) => {
  const page = await open(`/indicators/${await meetings(service)}?month=2026-10`, { as: CLERK });
  await expect(page.getByText('由绩效办复核。')).toBeVisible();
  await expect(page.getByText('目标、分值、规则由绩效办调整。')).toBeVisible();
  for (const name of ['调整目标', '人工复核', '制定计划', '修改'])
    await expect(page.getByRole('button', { name, exact: true })).toHaveCount(0);
});

test('a month is shown as it stood on a day: entry and target of then, and the points that were issued', async ({
  open,
  service,
}) => {
  const sheet = await wholeDepartment(service);
  const id = await meetings(service);
  const issued = { kind: 'scoring', month: '2026-09', departmentId: sheet.department.id, sheetId: sheet.id };
  expect((await service.request('POST', '/reports', { body: issued })).status).toBeLessThan(300);
  const page = await open(`/indicators/${id}?month=2026-09`, { viewport: WIDE });
  const then = page.getByRole('region', { name: '2026年9月：当时的样子' });
  await expect(then.getByText(/报告第 1 版/)).toBeVisible();
  await picture(page, 'then-now-1440');
  await then.getByLabel(/截至哪一天/).fill('2026-09-15');
  await expect(then.getByText('到那一天为止，这个月还没有填报。')).toBeVisible();
  await expect(then.getByText('那时还没有发布该月的报告')).toBeVisible();
  await expect(page).toHaveURL(/day=2026-09-15/);
  await picture(page, 'then-day-1440', { fullPage: true });
});

test('of a month without an entry the last one that has one is shown; where none has, that is said', async ({
  open,
  service,
}) => {
  const page = await open(`/indicators/${await meetings(service)}?month=2026-11`, { viewport: WIDE });
  const then = page.getByRole('region', { name: '2026年10月：当时的样子' });
  await expect(then.getByText(/^2026年11月还没有填报/)).toBeVisible();
  await expect(then.getByRole('listitem').first()).toBeVisible();
  const [{ id }] = await newIndicators(service, '还没有填报的', 1);
  await page.goto(`/indicators/${id}?month=2026-11`);
  const none = page.getByRole('region', { name: '2026年11月：当时的样子' });
  await expect(none.getByText('到那一天为止，这个月还没有填报。')).toBeVisible();
  await expect(none.getByText(/找不到/)).toHaveCount(0);
});

test('whose an indicator is, and how it counts, is changed; what is settled says so', async ({ open, service }) => {
  const [{ id }] = await newIndicators(service, '改归属的', 1, { aggregation: 'sum' });
  const page = await open(`/indicators/${id}?month=2026-10`, { as: HEAD });
  const panel = page.getByRole('region', { name: '基本信息' });
  await panel.getByRole('button', { name: '修改' }).click();
  await choose(page, '责任股室', '秘书股');
  await page.getByRole('dialog').getByRole('switch').click();
  await picture(page, 'indicator-edit');
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /保\s*存/ })
    .click();
  await expect(page.getByRole('dialog')).toBeHidden();
  await expect(panel.getByText('秘书股')).toBeVisible();
  expect(await service.get(`/indicators/${id}`)).toMatchObject({ core: true, section: { name: '秘书股' } });
});

test('a revision that was typed is still there after signing in again, on a phone, too', async ({ open, service }) => {
  const address = `/indicators/${await meetings(service)}?month=2026-10`;
  const page = await open(`${address}&lang=en`, { viewport: PHONE });
  await expect(page.getByRole('region', { name: 'October 2026 as it stood' })).toBeVisible();
  await picture(page, 'indicator-phone-en', { fullPage: true });
  await page.goto(`${address}&lang=zh`);
  await page.getByRole('button', { name: '调整目标' }).click();
  const dialog = page.getByRole('dialog').filter({ has: page.getByLabel('调整原因') });
  await choose(page, '自哪个月起生效', '2026年11月');
  await dialog.getByLabel('调整原因').fill('市里再次精简');
  await dialog.getByRole('textbox', { name: '目标值' }).fill('≥55次');
  await page.context().clearCookies();
  await dialog.getByRole('button', { name: '看看会有什么变化' }).click();
  await signInOn(page, { username: 'li.yangli', password: 'three dry pears in May' });
  await expect(dialog.getByRole('alert').getByText('登录过期，刚才的操作没有完成')).toBeVisible();
  await expect(dialog.getByRole('textbox', { name: '目标值' })).toHaveValue('≥55次');
  await dialog.getByRole('button', { name: '看看会有什么变化' }).click();
  await expect(dialog.getByText(/目标值：.* → ≥ 55 次/)).toBeVisible();
  await picture(page, 'revise-preview-phone');
});
