// A month as people do it: clerk, head, and back; by keyboard, by pasting, two at once, with a tab that dies.
import type { Page } from '@playwright/test';
import { CLERK, HEAD, type Installation } from './support/installation.js';
import { paste } from './support/paste.js';
import { picture } from './support/picture.js';
import { type Indicator, newIndicators } from './support/sheets.js';
import { expect, PHONE, test } from './support/test.js';

const VALUES = 30;

test('a clerk enters and submits; the head returns it from a phone; corrected, it is approved, and the office sees it count', async ({
  open,
  service,
}) => {
  const month = '2026-10';
  const office = await open(`/sheets?month=${month}`);
  await office.getByRole('link', { name: '2026 年单位运转项目', exact: true }).click();
  const scored = office.getByRole('row', { name: /保障机构正常运转/ });
  await expect(scored.getByText('0.00 / 6')).toBeVisible();

  const clerk = await open(`/entry?month=${month}`, { as: CLERK });
  const row = clerk.getByRole('row', { name: /保障机构正常运转/ });
  await expect(row).toBeVisible();
  await expect(clerk.getByText('系统故障率'), 'another section’s indicator').toHaveCount(0);
  await row.getByRole('combobox').selectOption('achieved');
  await row.getByRole('textbox').fill('0.5');
  await expect(row.getByText(/系数 0.5 不在/)).toBeVisible();
  await row.getByRole('textbox').fill('0.9');
  await expect(row.getByText('草稿')).toBeVisible();
  await picture(clerk, 'entry-clerk', { fullPage: true });
  await handIn(clerk, 1);
  await expect(row.getByText('已提交')).toBeVisible();

  const head = await open('/review', { as: HEAD, viewport: PHONE });
  const card = head.getByRole('listitem').filter({ hasText: '保障机构正常运转' });
  await card.getByRole('button', { name: '保障机构正常运转' }).click();
  await card.getByRole('button', { name: /退\s*回/ }).click();
  await card.getByLabel('退回原因').fill('请附说明');
  await picture(head, 'review-phone');
  await card
    .getByRole('button', { name: /退\s*回/ })
    .last()
    .click();
  await expect(card).toHaveCount(0);

  const today = await open('/', { as: CLERK });
  const back = today.getByRole('listitem').filter({ hasText: '保障机构正常运转' });
  await expect(back.getByText('张示范 退回：请附说明')).toBeVisible();
  await clerk.reload();
  await expect(row.getByText('已退回')).toBeVisible();
  await expect(row.getByText('张示范 退回：请附说明')).toBeVisible();
  await row.getByRole('button', { name: /说\s*明/ }).click();
  await clerk.getByLabel('备注').fill('见年度运转台账');
  await expect(row.getByText('草稿')).toBeVisible();
  await handIn(clerk, 1);
  await expect(row.getByText('已提交')).toBeVisible();
  await today.reload();
  await expect(today.getByText('全部提交，没有待填报事项。')).toBeVisible();
  await expect(back).toHaveCount(0);

  await head.goto(`${service.address}/review`);
  await card.getByRole('button', { name: '保障机构正常运转' }).click();
  await card.getByRole('button', { name: /通\s*过/ }).click();
  await expect(card).toHaveCount(0);
  await clerk.reload();
  await expect(row.getByText('已审核')).toBeVisible();

  await expect(scored.getByText('5.40 / 6')).toBeVisible(); // 6 × 0.9, told by the service while the page was open
  await scored.getByRole('link', { name: '保障机构正常运转' }).click();
  await expect(office.getByText('见年度运转台账')).toBeVisible();
  await picture(office, 'office', { fullPage: true });
});

test('whoever submitted an entry finds no way to approve it', async ({ open, service }) => {
  const [{ name }] = await newIndicators(service, '自报事项');
  const page = await open('/entry?month=2026-02');
  const row = page.getByRole('row', { name });
  await page.getByLabel(`${name} 填报值`).fill('3');
  await expect(row.getByText('草稿')).toBeVisible();
  await handIn(page, 1);
  await expect(row.getByText('已提交')).toBeVisible();
  await page.getByRole('link', { name: '待审核' }).click();
  const card = page.getByRole('listitem').filter({ hasText: name });
  await expect(card.getByText('须由他人审核')).toBeVisible();
  await expect(card.getByRole('checkbox')).toBeDisabled();
  await card.getByRole('button', { name }).click();
  await expect(page.getByRole('article').getByText('您参与填报，须由他人审核')).toBeVisible();
  await expect(page.getByRole('article').getByRole('button', { name: /通\s*过|退\s*回/ })).toHaveCount(0);
  await page.keyboard.press('a'); // nor by a key
  await expect(card).toBeVisible();
});

test('a head decides on many at once: some are returned with one reason, the others approved', async ({
  open,
  service,
}) => {
  const own = await newIndicators(service, '成批审核', 5);
  const month = '2026-03';
  for (const { id } of own) await submit(service, `/indicators/${id}/progress/${month}`);
  const head = await open('/review', { as: HEAD });
  const card = (number: number) => head.getByRole('listitem').filter({ hasText: own[number]!.name });
  for (const number of [0, 1]) await card(number).getByRole('checkbox').check();
  await head.getByRole('button', { name: '退回 2 项' }).click();
  const summary = head.getByRole('dialog');
  await expect(summary.getByRole('listitem')).toHaveCount(2);
  await expect(summary.getByRole('button', { name: '退回 2 项' })).toBeDisabled();
  await summary.getByLabel('一并退回的原因').fill('数字待核');
  await summary.getByRole('button', { name: '退回 2 项' }).click();
  await expect(card(0)).toHaveCount(0);
  for (const number of [2, 3, 4]) await card(number).getByRole('checkbox').check();
  await head.getByRole('button', { name: '通过 3 项' }).click();
  await summary.getByRole('button', { name: '通过 3 项' }).click();
  await expect(card(4)).toHaveCount(0);
  const statuses: string[] = [];
  for (const { id } of own)
    statuses.push((await service.get<{ status: string }>(`/indicators/${id}/progress/${month}`)).status);
  expect(statuses.sort()).toEqual(['approved', 'approved', 'approved', 'returned', 'returned']);
});

test(`${VALUES} values by keyboard alone`, async ({ open, service }) => {
  const own = await newIndicators(service, '键盘试填', VALUES);
  const page = await open('/entry?month=2026-04');
  await valueOf(page, own[0]).focus();
  const started = Date.now();
  for (let number = 0; number < VALUES; number += 1) {
    await page.keyboard.type(String(100 + number), { delay: 20 });
    await page.keyboard.press('Enter');
  }
  await expect(draftsAmong(page, own)).toHaveCount(VALUES);
  console.log(`        ${VALUES} values typed and saved in ${((Date.now() - started) / 1000).toFixed(1)} s`);
  for (const [number, indicator] of own.entries())
    await expect(valueOf(page, indicator)).toHaveValue(String(100 + number));
});

test('a block from a spreadsheet fills the rows below', async ({ open, service }) => {
  const own = await newIndicators(service, '成块试填', VALUES);
  const page = await open('/entry?month=2026-05');
  await valueOf(page, own[0]).focus();
  const block = own.map((_, number) => `1,0${String(number).padStart(2, '0')}`).join('\n');
  const milliseconds = await paste(page, block);
  console.log(`        ${VALUES} values pasted and shown in ${milliseconds.toFixed(0)} ms`);
  await page.getByRole('button', { name: `填入 ${VALUES} 格` }).click();
  await expect(draftsAmong(page, own)).toHaveCount(VALUES);
  await expect(valueOf(page, own[7]!)).toHaveValue('1007');
});

test('a tab that dies loses no more than two seconds of typing', async ({ open, service }) => {
  const [indicator] = await newIndicators(service, '中断试填');
  const page = await open('/entry?month=2026-06');
  await valueOf(page, indicator).fill('77');
  await page.waitForTimeout(2000);
  await page.context().close();
  const again = await open('/entry?month=2026-06');
  await expect(valueOf(again, indicator)).toHaveValue('77');
});

test('two people on one cell: the second sees both values and decides', async ({ open, service }) => {
  const own = await newIndicators(service, '两人试填');
  const [indicator] = own;
  const one = await open('/entry?month=2026-07');
  const two = await open('/entry?month=2026-07', { as: HEAD });
  await expect(valueOf(one, indicator)).toBeVisible();
  await valueOf(two, indicator).fill('8');
  await expect(draftsAmong(two, own)).toHaveCount(1);
  await valueOf(one, indicator).fill('9');
  await expect(one.getByText('他人已改为 8，您输入的是 9。')).toBeVisible();
  await picture(one, 'conflict');
  await one.getByRole('button', { name: '保留我的' }).click();
  await expect(draftsAmong(one, own)).toHaveCount(1);
  await two.reload();
  await expect(valueOf(two, indicator)).toHaveValue('9');
});

/** Looks at what will be handed in, and hands it in. */
async function handIn(page: Page, count: number): Promise<void> {
  const button = { name: `提交 ${count} 项` };
  await page.getByRole('button', button).click();
  await page.getByRole('dialog').getByRole('button', button).click();
}

const valueOf = (page: Page, { name }: Indicator) => page.getByLabel(`${name} 填报值`);

function draftsAmong(page: Page, indicators: readonly Indicator[]) {
  const name = new RegExp(indicators.map(({ name }) => name).join('|'));
  return page.getByRole('row', { name }).filter({ hasText: '草稿' });
}

async function submit(service: Installation, place: string): Promise<void> {
  const entry = await service.request<{ version: number }>('PUT', place, {
    body: { value: '4' },
    headers: { 'if-none-match': '*' },
  });
  const headers = { 'if-match': `"${entry.body.version}"` };
  expect((await service.request('POST', `${place}/submit`, { body: {}, headers })).status).toBe(200);
}
