// What is decided about a sheet as a whole: head, policy, commitments, goals and their months, shared values.
import type { Page } from '@playwright/test';
import { CLERK, HEAD, type Installation } from './support/installation.js';
import { picture } from './support/picture.js';
import { newIndicators, type Sheet, wholeDepartment } from './support/sheets.js';
import { expect, test as base } from './support/test.js';

const test = base.extend<{ whole: Sheet }>({
  whole: async ({ service }, use) => {
    await use(await wholeDepartment(service));
  },
});

test.use({ installation: 'sheet-changes' });

const WIDE = { width: 1440, height: 900 };

interface Stored {
  readonly version: number;
  readonly policy: string;
  readonly responsibleName: string | null;
  readonly evidenceRequired: boolean;
  readonly goals: readonly { readonly id: string; readonly version: number; readonly indicatorIds: string[] }[];
}

const stored = (service: Installation, { id }: Sheet) => service.get<Stored>(`/target-sheets/${id}`);

async function choose(page: Page, label: string, option: string | RegExp): Promise<void> {
  await page.getByRole('dialog').getByLabel(label).last().click();
  await page.locator('.ant-select-item-option').filter({ hasText: option, visible: true }).first().click();
}

test('another policy is taken with a reason, after a look at what it makes of the score', async ({
  open,
  service,
  whole,
}) => {
  const page = await open(`/sheets/${whole.id}?month=2026-10`, { viewport: WIDE });
  await page.getByRole('button', { name: '更换评分政策' }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByText('选定政策后，这里会列出得分的变化。')).toBeVisible();
  const [other] = (await service.get<{ items: { name: string; title: { zh: string } }[] }>('/policies')).items.filter(
    ({ name }) => name === 'local-strict',
  );
  await choose(page, '改用', other!.title.zh);
  const { normalised } = await service.get<{ normalised: string }>(
    `/target-sheets/${whole.id}/score?asOf=2026-10&policy=local-strict`,
  );
  await expect(dialog.getByText(new RegExp(`截至2026年10月，整表得分 [\\d.]+ → ${normalised}`))).toBeVisible();
  await picture(page, 'policy-effect-1440');
  expect((await stored(service, whole)).policy).toBe('national-2020');
  await dialog.getByRole('button', { name: '更换政策' }).click();
  await expect(dialog.getByText('请填写。')).toBeVisible();
  await dialog.getByLabel(/^原因/).fill('县里要求从严');
  await dialog.getByRole('button', { name: '更换政策' }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByText(`评分政策：${other!.title.zh}`)).toBeVisible();
  const { policy, version } = await stored(service, whole);
  expect(policy).toBe('local-strict');
  const back = { body: { policy: 'national-2020', reason: '试' }, headers: { 'if-match': `"${version}"` } };
  expect((await service.request('PUT', `/target-sheets/${whole.id}/policy`, back)).status).toBe(200);
});

test('the head is changed; who was second reads what the first one wrote', async ({ open, service, whole }) => {
  const page = await open(`/sheets/${whole.id}?month=2026-10`);
  await page.getByRole('button', { name: '修改表头' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('负责人').fill('周示范');
  const { version } = await stored(service, whole);
  const theirs = { body: { responsibleName: '吴例子' }, headers: { 'if-match': `"${version}"` } };
  expect((await service.request('PATCH', `/target-sheets/${whole.id}`, theirs)).status).toBe(200);
  await dialog.getByRole('switch').click();
  await dialog.getByRole('button', { name: /保\s*存/ }).click();
  await expect(dialog.getByRole('alert').getByText('对方保存：负责人 吴例子；提交不要求佐证')).toBeVisible();
  await picture(page, 'head-conflict');
  await dialog.getByRole('button', { name: '仍按我的保存' }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByText(/负责人：周示范.*提交须有佐证资料/)).toBeVisible();
  expect(await stored(service, whole)).toMatchObject({ responsibleName: '周示范', evidenceRequired: true });
});

test('a commitment is added by a head: tracked, and worth no points', async ({ open, whole }) => {
  const page = await open(`/sheets/${whole.id}?month=2026-10`, { as: HEAD, viewport: WIDE });
  await page.getByRole('button', { name: '增加承诺事项' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('一级指标').fill('履职效能');
  await dialog.getByLabel('二级指标').fill('数量指标');
  await dialog.getByLabel('名称').fill('下乡走访次数');
  await dialog.getByLabel(/^目标值/).fill('若干');
  await dialog.getByRole('button', { name: /增\s*加/ }).click();
  await expect(dialog.getByText(/看不懂目标值“若干”/)).toBeVisible();
  await dialog.getByLabel(/^目标值/).fill('≥12次');
  await picture(page, 'commitment-1440');
  await dialog.getByRole('button', { name: /增\s*加/ }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByRole('row', { name: /下乡走访次数 承诺/ })).toBeVisible();
});

test('the month of a goal is written, written anew, and keeps every wording', async ({ open, service, whole }) => {
  const [goal] = (await stored(service, whole)).goals;
  const place = `/goals/${goal!.id}/progress/2026-10`;
  const before = await service.request<{ version: number }>('GET', place);
  const page = await open(`/sheets/${whole.id}?month=2026-10`, { viewport: WIDE });
  await page.getByRole('button', { name: '填写完成情况：目标 1' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('完成情况').fill('已保障会议 52 次，全部按时。');
  const seen: Readonly<Record<string, string>> =
    before.status === 200 ? { 'if-match': `"${before.body.version}"` } : { 'if-none-match': '*' };
  const theirs = { body: { text: '会议已开 50 次。' }, headers: seen, as: HEAD };
  expect((await service.request('PUT', place, theirs)).status).toBe(200);
  await dialog.getByRole('button', { name: /保\s*存/ }).click();
  await expect(dialog.getByRole('alert').getByText('对方写的：会议已开 50 次。')).toBeVisible();
  await picture(page, 'goal-conflict-1440');
  await dialog.getByRole('button', { name: '仍按我的保存' }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByText('已保障会议 52 次，全部按时。')).toBeVisible();
  await page.getByRole('button', { name: '历史：目标 1' }).click();
  await expect(dialog.getByText('会议已开 50 次。')).toBeVisible();
  await expect(dialog.getByText(/李样例/)).toBeVisible();
  await picture(page, 'goal-history');
});

test('which indicators show a goal is said on the sheet', async ({ open, service, whole }) => {
  const [goal] = (await stored(service, whole)).goals;
  const [{ id, name }] = await newIndicators(service, '关联的');
  const page = await open(`/sheets/${whole.id}?month=2026-10`, { as: HEAD });
  await page.getByRole('button', { name: '关联指标：目标 1' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('显示这个目标的指标').fill(name);
  await page.locator('.ant-select-item-option').filter({ hasText: name, visible: true }).click();
  await page.keyboard.press('Escape');
  await picture(page, 'goal-link');
  await dialog.getByRole('button', { name: /保\s*存/ }).click();
  await expect(dialog).toBeHidden();
  const goals = page.getByRole('region', { name: '年度绩效目标' });
  await expect(goals.getByText(name)).toBeVisible();
  expect((await stored(service, whole)).goals[0]!.indicatorIds).toEqual([...goal!.indicatorIds, id]);
});

test('one value for several indicators is proposed, shared, and entered apart again', async ({
  open,
  service,
  whole,
}) => {
  const place = { level1: '履职效能', level2: '数量指标', name: '同一个数', raw: '>=4篇', firstMonth: '2026-01' };
  const add = () => service.request<{ id: string }>('POST', `/target-sheets/${whole.id}/commitments`, { body: place });
  const one = (await add()).body;
  await add();
  const page = await open(`/sheets/${whole.id}?month=2026-10`, { as: HEAD, viewport: WIDE });
  const panel = page.getByRole('region', { name: '共用数据' });
  await panel.getByRole('button', { name: '共用“同一个数”' }).click();
  await expect(page.getByRole('tooltip').getByText('“同一个数”今后只填一次，用于 2 项指标。')).toBeVisible();
  await page
    .getByRole('tooltip')
    .getByRole('button', { name: /共\s*用/ })
    .click();
  const fed = panel.getByRole('link', { name: '同一个数' });
  await expect(fed).toHaveCount(2);
  await page.goto(`/indicators/${one.id}?month=2026-10`);
  await expect(page.getByRole('link', { name: '同一个数' })).toBeVisible();
  await picture(page, 'indicator-shared-1440', { fullPage: true });
  await page.goto(`/sheets/${whole.id}?month=2026-10`);
  await expect(fed).toHaveCount(2);
  await picture(page, 'sheet-whole-1440', { fullPage: true });
  await panel.getByRole('button', { name: '分开填报“同一个数”' }).click();
  await page
    .getByRole('tooltip')
    .getByRole('button', { name: /分\s*开/ })
    .click();
  await expect(fed).toHaveCount(0);
  expect(await service.get(`/indicators/${one.id}`)).toMatchObject({ measureId: null });
});

test('what was entered of the money before is read below the form', async ({ open, service, whole }) => {
  const place = `/target-sheets/${whole.id}/budget/2026-11`;
  const body = { spent: '1100', adjustedBudget: '1336.73' };
  expect((await service.request('PUT', place, { body, headers: { 'if-none-match': '*' } })).status).toBe(200);
  const page = await open(`/sheets/${whole.id}?month=2026-11`);
  await page.getByRole('button', { name: '登记执行数' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByText('登记历史（1 次）').click();
  await expect(dialog.getByText('累计执行 1,100，调整后预算 1,336.73')).toBeVisible();
  await expect(dialog.getByText(/李样例/)).toBeVisible();
  await picture(page, 'budget-history');
});

test('a saved scenario says what it comes to, and is brought up to date', async ({ open, service, whole }) => {
  const page = await open(`/sheets/${whole.id}?month=2026-10`);
  await page.getByRole('button', { name: /年底完成情况测算/ }).click();
  const slider = page.getByRole('slider', { name: '保障常务会议次数' });
  await slider.focus();
  await page.keyboard.press('Home');
  await page.getByLabel('情景名称').fill('会议全停');
  await page
    .getByRole('button', { name: '保 存' })
    .or(page.getByRole('button', { name: '保存' }))
    .click();
  const line = page.getByRole('listitem').filter({ hasText: '会议全停' });
  await expect(line.getByText(/年底 [\d.]+ 分/)).toBeVisible();
  const first = await line.getByText(/年底 [\d.]+ 分/).textContent();
  await slider.focus();
  await page.keyboard.press('End');
  await line.getByRole('button', { name: '用目前的假设更新情景 会议全停' }).click();
  await page.getByRole('tooltip').getByRole('button').last().click();
  await expect(line.getByText(first!)).toHaveCount(0);
  await expect(line.getByText(/年底 [\d.]+ 分/)).toBeVisible();
  await expect(line.getByText('李样例')).toBeVisible();
  await picture(page, 'scenario-scored');
  const { items } = await service.get<{ items: { version: number }[] }>(`/target-sheets/${whole.id}/scenarios`);
  expect(items.map(({ version }) => version)).toEqual([2]);
});

test('a clerk reads all of it, and has only what is theirs to do', async ({ open, whole }) => {
  const page = await open(`/sheets/${whole.id}?month=2026-10`, { as: CLERK });
  await expect(page.getByRole('button', { name: /(填写|修改)完成情况：目标 1/ })).toBeVisible();
  for (const name of ['修改表头', '更换评分政策', '增加承诺事项', '调整目标'])
    await expect(page.getByRole('button', { name })).toHaveCount(0);
  await expect(page.getByRole('button', { name: /^关联指标/ })).toHaveCount(0);
});
