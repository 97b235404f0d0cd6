// Where the year stands: dashboard, sheets, indicators, as everybody may look at them.
import { picture } from './support/picture.js';
import { indicatorsOf, type Sheet, sheetsOf, wholeDepartment } from './support/sheets.js';
import { expect, PHONE, test as base } from './support/test.js';

/** Paper of 210 × 297 mm less margins of 10 mm, at 96 dots an inch. */
const A4 = { width: 718, height: 1047 };

interface Score {
  readonly raw: string;
  readonly normalised: string;
  readonly pace: { readonly normalised: string };
}

/** The sheet of the whole department. */
const test = base.extend<{ whole: Sheet }>({
  whole: async ({ service }, use) => {
    await use(await wholeDepartment(service));
  },
});

test('the dashboard has every sheet with its score, and a way to each', async ({ open, service }) => {
  const page = await open('/dashboard?month=2026-10');
  const { items: scores } = await service.get<{ items: Score[] }>('/scores?asOf=2026-10');
  expect(scores).toHaveLength(3);
  const league = page.getByRole('region', { name: '得分排名' });
  for (const { normalised } of scores) await expect(league.getByRole('row', { name: normalised })).toBeVisible();
  await page
    .getByRole('region', { name: '逐月时序得分' })
    .last()
    .getByRole('link', { name: `已得 ${scores[0]!.normalised}` })
    .click();
  await expect(page.getByRole('heading', { name: '部门整体绩效目标' })).toBeVisible();
  await expect(page).toHaveURL(/\/sheets\/.*month=2026-10/);
});

test('the list of sheets is sorted and searched by the service, and its link shows the same', async ({
  open,
  service,
}) => {
  const page = await open('/sheets?month=2026-10');
  const { items } = await service.get<{ items: { paceNormalised: string }[] }>('/scores?asOf=2026-10&order=-pace');
  const rows = page.getByRole('main').locator('tbody tr.ant-table-row');
  await expect(rows).toHaveCount(3);
  await picture(page, 'sheets');
  await page.getByRole('columnheader', { name: '时序得分' }).click();
  await expect(page).toHaveURL(/order=-pace/);
  await expect(rows.first()).toContainText(items[0]!.paceNormalised);
  await page.getByRole('searchbox', { name: '找项目或部门' }).fill('没有这样的项目');
  await page.keyboard.press('Enter');
  await expect(page.getByText('没有找到这样的目标表。')).toBeVisible();
  await page.getByRole('searchbox', { name: '找项目或部门' }).fill('');
  await page.keyboard.press('Enter');
  await expect(rows).toHaveCount(3);
  await page.reload();
  await expect(rows.first()).toContainText(items[0]!.paceNormalised);
});

test('a page about one thing says where it belongs, and leads back there in the same month', async ({
  open,
  whole,
}) => {
  const page = await open(`/sheets/${whole.id}?month=2026-08`);
  await page.getByRole('main').getByRole('link', { name: '保障常务会议次数' }).first().click();
  const trail = page.getByRole('navigation', { name: '所在位置' });
  await expect(trail.getByRole('link')).toHaveText(['绩效目标表', '部门整体绩效目标']);
  await trail.getByRole('link', { name: '部门整体绩效目标' }).click();
  await expect(page.getByRole('heading', { name: '部门整体绩效目标', level: 2 })).toBeVisible();
  await trail.getByRole('link', { name: '绩效目标表' }).click();
  await expect(page).toHaveURL(/\/sheets\?month=2026-08$/);
});

test('filters of the dashboard stand in the address', async ({ open }) => {
  const page = await open('/dashboard?month=2026-10&kind=project');
  const league = page.getByRole('region', { name: '得分排名' });
  await expect(league.getByText('因公出国经费保障项目')).toBeVisible();
  await expect(league.getByText('部门整体绩效目标')).toHaveCount(0);
});

test('a sheet shows its score, its tree, and targets beside money month by month', async ({ open, service, whole }) => {
  const page = await open(`/sheets/${whole.id}?month=2026-10`);
  const score = await service.get<Score>(`/target-sheets/${whole.id}/score?asOf=2026-10`);
  await expect(page.getByRole('img', { name: new RegExp(`时序得分 ${score.pace.normalised}`) })).toBeVisible();
  await expect(page.getByRole('row', { name: /数量指标/ })).toBeVisible();
  await expect(page.getByRole('row', { name: /合计/ }).getByText(score.raw)).toBeVisible();
  await page.getByText('查看数据表').click();
  const line = new RegExp(`2026-10 ${score.pace.normalised} ${score.normalised}`);
  await expect(page.getByRole('row', { name: line })).toBeVisible();
  await picture(page, 'sheet');
});

test('money is entered beside the targets: what is wrong is named, and who was first is not overwritten', async ({
  open,
  service,
  whole,
}) => {
  const place = `/target-sheets/${whole.id}/budget/2026-11`;
  const page = await open(`/sheets/${whole.id}?month=2026-11`);
  await page.getByRole('button', { name: '登记执行数' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('1 月至本月累计执行数').fill('1203.06');
  await dialog.getByLabel('财政拨款').fill('1200');
  await expect(dialog.getByText('执行率 91.51%')).toBeVisible();
  await dialog.getByRole('button', { name: /保\s*存/ }).click();
  const problem = dialog.getByRole('alert').getByText('各资金来源合计 1200，应等于执行数 1203.06。');
  await expect(problem).toBeVisible();
  await picture(page, 'execution');

  const body = { spent: '1100', adjustedBudget: '1336.73' };
  const { status } = await service.request('PUT', place, { body, headers: { 'if-none-match': '*' } });
  expect(status).toBe(200);
  await dialog.getByLabel('财政拨款').fill('1203.06');
  await dialog.getByLabel('调整后预算数').fill('1336.73');
  await dialog.getByRole('button', { name: /保\s*存/ }).click();
  await expect(dialog.getByText('已保存累计执行数 1,100 万元')).toBeVisible();
  await dialog.getByRole('button', { name: '仍按我的数保存' }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByText('已执行 1,203.06 / 预算 1,336.73 万元，执行率 90%')).toBeVisible();
  const saved = await service.get<{ spent: string; spentBySource: { other: string }; version: number }>(place);
  expect([saved.spent, saved.spentBySource.other, saved.version]).toEqual(['1203.06', '0', 2]);
});

test('a sheet that was adopted with a waiver says so', async ({ open, service }) => {
  const waived = (await sheetsOf(service)).find(({ weightWaiver }) => weightWaiver !== null)!;
  const page = await open(`/sheets/${waived.id}`);
  await expect(page.getByText(/经说明采用/)).toBeVisible();
});

test('what if: a slider moved by keyboard changes the score, by the rules of the service', async ({ open, whole }) => {
  const page = await open(`/sheets/${whole.id}?month=2026-10`);
  await page.getByRole('button', { name: /年底完成情况测算/ }).click();
  const slider = page.getByRole('slider', { name: '保障常务会议次数' });
  await slider.focus();
  await page.keyboard.press('Home');
  const line = page.locator('.assumed-value').filter({ hasText: '保障常务会议次数' });
  await expect(line.getByText('0.00 / 15')).toBeVisible();
  await page.keyboard.press('End');
  await expect(line.getByText('15.00 / 15')).toBeVisible();
  await picture(page, 'what-if');
});

test('what was assumed is saved as a scenario, opened again with the same score, and deleted', async ({
  open,
  service,
  whole,
}) => {
  const page = await open(`/sheets/${whole.id}?month=2026-10`);
  await page.getByRole('button', { name: /年底完成情况测算/ }).click();
  await page.getByRole('slider', { name: '保障常务会议次数' }).focus();
  await page.keyboard.press('Home');
  const line = page.locator('.assumed-value').filter({ hasText: '保障常务会议次数' });
  await expect(line.getByText('0.00 / 15')).toBeVisible();
  const assumed = (await page.locator('.assumed-score').textContent())!;
  await page.getByLabel('情景名称').fill('会议全停');
  await page.getByRole('button', { name: /保\s*存/ }).click();
  const scenario = page.getByRole('button', { name: '会议全停', exact: true });
  await expect(scenario).toBeVisible();

  const { items } = await service.get<{ items: { name: string; entries: unknown[] }[] }>(
    `/target-sheets/${whole.id}/scenarios`,
  );
  expect(items.map(({ name, entries }) => [name, entries.length])).toEqual([['会议全停', 12]]);
  await page.getByRole('button', { name: /还\s*原/ }).click();
  await expect(line.getByText('0.00 / 15')).toHaveCount(0);
  await scenario.click();
  await expect(line.getByText('0.00 / 15')).toBeVisible();
  await expect(page.locator('.assumed-score')).toHaveText(assumed);
  await picture(page, 'scenario');

  await page.getByRole('button', { name: '删除情景 会议全停' }).click();
  await page.getByRole('tooltip').getByRole('button').last().click();
  await expect(scenario).toHaveCount(0);
});

test('a score decided by hand stands beside the one by formula, with who and why', async ({ open, service, whole }) => {
  const { id } = (await indicatorsOf(service, whole)).find(({ name }) => name === '保障常务会议次数')!;
  const place = `/indicators/${id}/score-override`;
  const body = { fromMonth: '2026-10', score: '11.5', reason: '两次会议合并召开' };
  const { status } = await service.request('PUT', place, { body, headers: { 'if-none-match': '*' } });
  expect([200, 201]).toContain(status);
  const page = await open(`/sheets/${whole.id}?month=2026-10`);
  await expect(page.getByText(/人工复核；公式得分 [\d.]+（li.yangli：两次会议合并召开）/)).toBeVisible();
  await page.goto(`/indicators/${id}?month=2026-10`);
  await expect(page.getByText(/人工复核；公式得分/)).toBeVisible();
  const gone = await service.request('DELETE', place, { headers: { 'if-match': '"1"' } });
  expect(gone.status).toBe(204);
});

test('an indicator says in words why it has its points, and what can still become of it', async ({ open, whole }) => {
  const page = await open(`/sheets/${whole.id}?month=2026-10`);
  await page.getByRole('link', { name: '保障常务会议次数' }).click();
  await expect(page.getByText(/累计完成 52 次/)).toBeVisible();
  await expect(page.getByRole('img', { name: /保障常务会议次数/ })).toBeVisible();
  await picture(page, 'indicator');
});

test('a month that is missing has its line among those that were entered', async ({ open, whole }) => {
  const page = await open(`/sheets/${whole.id}?month=2026-10`);
  await page.getByRole('link', { name: '撰写高品质调研报告、政务信息' }).click();
  await expect(page.getByRole('row', { name: /^2026年8月 — 未填报/ })).toBeVisible();
  await expect(page.getByRole('row', { name: /^2026年11月 — 未填报/ }), 'it is not over').toHaveCount(0);
});

test('the pages speak English, and say so to assistive software', async ({ open }) => {
  const page = await open('/sheets?lang=en');
  await expect(page.getByText('Targets of the whole department').first()).toBeVisible();
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
});

for (const address of ['/', '/dashboard', '/sheets', '/sheets/ID']) {
  test(`on a phone nothing is wider than the screen: ${address}`, async ({ open, whole }) => {
    const page = await open(address.replace('ID', whole.id), { viewport: PHONE });
    await expect(page.locator('main .panel').first()).toBeVisible();
    const { scroll, width } = await page.evaluate(() => ({
      scroll: document.documentElement.scrollWidth,
      width: document.documentElement.clientWidth,
    }));
    expect(scroll).toBeLessThanOrEqual(width);
  });
}

test('a dark sheet prints on white paper, and no column falls off its edge', async ({ open, whole }) => {
  const page = await open(`/sheets/${whole.id}?month=2026-10`, { colorScheme: 'dark' });
  const score = page.getByRole('columnheader', { name: '得分' }).first();
  await expect(score).toBeVisible();
  const paper = () => page.evaluate(() => getComputedStyle(document.querySelector('.panel')!).backgroundColor);
  const onScreen = await paper();
  await page.setViewportSize(A4);
  await page.emulateMedia({ media: 'print' });
  await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
  await expect(page.locator('html[data-theme=light]')).toBeVisible();
  expect(await paper()).toBe('rgb(255, 255, 255)');
  const { x, width } = (await score.boundingBox())!;
  expect(x + width).toBeLessThanOrEqual(A4.width);
  await expect(page.getByRole('navigation')).toBeHidden();
  await page.evaluate(() => dispatchEvent(new Event('afterprint')));
  await expect(page.locator('html[data-theme=dark]')).toBeVisible();
  expect(await paper()).toBe(onScreen);
});

test('the service going away is said in words, with a way to try again', async ({ open }) => {
  const page = await open('/sheets?month=2026-10');
  await expect(page.getByRole('table').first()).toBeVisible();
  await page.route('**/api/v1/**', (route) => route.abort());
  await page.getByRole('link', { name: '因公出国经费保障项目', exact: true }).click();
  await expect(page.getByText('无法连接服务')).toBeVisible();
  await page.unroute('**/api/v1/**');
  await page.getByRole('button', { name: /重\s*试/ }).click();
  await expect(page.getByRole('heading', { name: /因公出国经费保障项目/ })).toBeVisible();
});
