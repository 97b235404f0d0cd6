// Cells of every kind: a day, a share in ‰, a quarter, a target that was revised, an indicator that has ended.
import type { Installation } from './support/installation.js';
import { type Indicator, newIndicators, wholeDepartment } from './support/sheets.js';
import { expect, PHONE, test } from './support/test.js';

test('a day is typed as people write it or chosen in a calendar; outside the year it is refused in words', async ({
  open,
  service,
}) => {
  const [own] = await newIndicators(service, '竣工', 1, { raw: '2026年9月30日前' });
  const page = await open('/entry?month=2026-09');
  const row = page.getByRole('row', { name: own.name });
  const cell = row.getByRole('textbox');
  await cell.fill('9月12日');
  await expect(row.getByText('草稿')).toBeVisible();
  expect(await storedOf(service, own, '2026-09')).toMatchObject({ completedOn: '2026-09-12' });
  for (const [text, said] of [
    ['2025-09-12', '完成日期 2025-09-12 不在 2026 年度内，请核对。'],
    ['2026-10-03', '完成日期 2026-10-03 晚于填报月份 2026年9月，请在完成的月份填报。'],
    ['9月31日', '没有这一天'],
    ['九月中旬', '不是日期'],
  ] as const) {
    await cell.fill(text);
    await expect(row.getByText(said)).toBeVisible();
  }
  expect(await storedOf(service, own, '2026-09')).toMatchObject({ completedOn: '2026-09-12' });
  await expect(row.getByRole('button', { name: `选择日期：${own.name}` })).toBeEnabled();
  await row.locator('input[type=date]').fill('2026-09-20'); // what the browser's calendar does
  await expect(cell).toHaveValue('2026-09-20');
  await expect(row.getByText('草稿')).toBeVisible();
  await page.goto('/entry?month=2026-09&view=year');
  await expect(page.getByLabel(`${own.name} 2026年9月`)).toHaveValue('2026-09-20');
});

test('a share in ‰ is entered as cases of cases, and shown in ‰', async ({ open, service }) => {
  const [own] = await newIndicators(service, '差错', 1, { raw: '<=5‰' });
  const page = await open('/entry?month=2026-09');
  const row = page.getByRole('row', { name: own.name });
  await row.getByLabel(/分子/).fill('3');
  await row.getByLabel(/分母/).fill('800');
  await expect(row.getByText('3.75 ‰')).toBeVisible();
  await expect(row.getByText('草稿')).toBeVisible();
});

test('what is judged by quarters is owed at the end of each, and welcome before', async ({ open, service }) => {
  const [own] = await newIndicators(service, '季查', 1, { raw: '>=2次/季度' });
  const page = await open('/entry?month=2026-08');
  const row = page.getByRole('row', { name: own.name });
  await expect(row.getByRole('cell', { name: '≥ 2 次/季度' })).toBeVisible();
  await expect(row.getByText('未到期')).toBeVisible();
  await row.getByRole('textbox').fill('1');
  await expect(row.getByText('草稿')).toBeVisible();
  await page.goto('/entry?month=2026-09');
  await expect(row.getByText('未填报')).toBeVisible();
});

test('months before a revision show the target of then', async ({ open, service }) => {
  const [own] = await newIndicators(service, '调整');
  await revise(service, own, '2026-07', '>=9篇');
  const page = await open('/entry?month=2026-06');
  const row = page.getByRole('row', { name: own.name });
  await expect(row.getByRole('cell', { name: '≥ 4 篇' })).toBeVisible();
  await page.goto('/entry?month=2026-07');
  await expect(row.getByRole('cell', { name: '≥ 9 篇' })).toBeVisible();
  await page.goto('/entry?month=2026-07&view=year');
  for (const [month, target] of [
    [6, '≥ 4 篇'],
    [7, '≥ 9 篇'],
  ] as const) {
    await page.getByLabel(`${own.name} 2026年${month}月`).focus();
    await expect(page.locator('.focused-entry').getByText(target)).toBeVisible();
  }
});

async function revise(service: Installation, { id }: Indicator, effectiveMonth: string, raw: string): Promise<void> {
  const place = `/target-sheets/${(await wholeDepartment(service)).id}`;
  const { version } = await service.get<{ version: number }>(place);
  const body = { effectiveMonth, reason: '年中调整', indicators: [{ indicatorId: id, raw }], waiver: '试验' };
  const answer = await service.request('POST', `${place}/revisions`, { body, headers: { 'if-match': `"${version}"` } });
  expect(answer.status, JSON.stringify(answer.body)).toBe(201);
}

const storedOf = (service: Installation, { id }: Indicator, month: string) =>
  service.get(`/indicators/${id}/progress/${month}`);

test('what is read beside a ratio stands free of the state, and a phone opens the year at its month', async ({
  open,
}) => {
  const page = await open('/entry?month=2026-10', { viewport: { width: 1024, height: 900 } });
  const row = page.getByRole('row', { name: /^文件流转及时率/ });
  const share = await row.getByText('95.3 %').boundingBox();
  const state = await row.locator('.row-state').boundingBox();
  expect(share!.x + share!.width).toBeLessThanOrEqual(state!.x);
  const score = await row.getByRole('cell').nth(3).boundingBox();
  expect(share!.x + share!.width, 'the share stands free of the score').toBeLessThanOrEqual(score!.x);
  expect(score!.x + score!.width, 'the score stands free of the state').toBeLessThanOrEqual(state!.x + 1);
  const phone = await open('/entry?month=2026-10&view=year', { viewport: PHONE });
  await expect(phone.getByLabel('保障常务会议次数 2026年10月')).toBeInViewport({ ratio: 1 });
});

test('beside a month stand its due date, what was done to an entry, and what the keys and signs mean', async ({
  open,
}) => {
  const page = await open('/entry?month=2026-10', { as: 'chen.yanshi' });
  const desk = await open('/entry?month=2026-10');
  await expect(desk.getByText(/2026年11月6日 18:00 (前提交|到期)（.+）/)).toBeVisible();
  await expect(page.getByText(/2026年11月6日 18:00/), 'all is handed in').toHaveCount(0);
  await desk.getByRole('button', { name: /文件流转及时率/ }).click();
  await expect(desk.getByText('张示范 退回 690 / 724')).toBeVisible();
  await desk.getByRole('button', { name: '按键与符号' }).click();
  await expect(desk.getByText('放弃本格的输入')).toBeVisible();
  await expect(desk.getByText('他人也改了，请选择')).toBeVisible();
});
