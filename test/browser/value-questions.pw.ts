// "Is this right?": asked at the cell and before a month is handed in; the answer is kept with the entry.
import type { Page } from '@playwright/test';
import type { Installation } from './support/installation.js';
import { type Indicator, newIndicators } from './support/sheets.js';
import { expect, test } from './support/test.js';

const MONTH = '2026-06';
const ASKED = /一个月的 9 篇 已超过全年目标 4 篇，确认无误吗？/;

test('a value that looks like a slip is asked about at its cell; one click answers, and a new value is asked about anew', async ({
  open,
  service,
}) => {
  const [own] = await newIndicators(service, '点选确认');
  const page = await open(`/entry?month=${MONTH}`);
  const row = page.getByRole('row', { name: own.name });
  await valueOf(page, own).fill('9');
  await expect(row.getByText(ASKED)).toBeVisible();
  await expect(row.getByText('草稿，数值待确认')).toBeVisible();
  await row.getByRole('button', { name: `确认无误：${own.name}` }).click();
  await expect(row.getByText(ASKED)).toHaveCount(0);
  await expect.poll(() => confirmedOf(service, own)).toEqual(['beyond-target']);

  await page.reload();
  await expect(row.getByText('草稿', { exact: true })).toBeVisible();
  await expect(row.getByText(ASKED)).toHaveCount(0);
  await valueOf(page, own).fill('8');
  await expect(row.getByText('草稿，数值待确认')).toBeVisible();
  expect(await confirmedOf(service, own)).toEqual([]);
});

test('Ctrl+Enter in the cell answers, in the month as in the year', async ({ open, service }) => {
  const [one, other] = (await newIndicators(service, '按键确认', 2)) as [Indicator, Indicator];
  const page = await open(`/entry?month=${MONTH}`);
  await valueOf(page, one).fill('9');
  await valueOf(page, one).press('Control+Enter');
  await expect.poll(() => confirmedOf(service, one)).toEqual(['beyond-target']);

  await page.goto(`/entry?month=${MONTH}&view=year`);
  const cell = page.getByLabel(`${other.name} 2026年6月`);
  await cell.fill('9');
  await expect(page.locator('.focused-entry').getByText(ASKED)).toBeVisible();
  await cell.press('Control+Enter');
  await expect.poll(() => confirmedOf(service, other)).toEqual(['beyond-target']);
  await expect(page.locator('.focused-entry').getByText(ASKED)).toHaveCount(0);
});

test('an open question is shown before the month is handed in, and answered there', async ({ open, service }) => {
  const [own] = await newIndicators(service, '提交确认');
  const page = await open('/entry?month=2026-01');
  await valueOf(page, own).fill('9');
  await page.getByRole('button', { name: '提交 1 项' }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByText(ASKED)).toBeVisible();
  await dialog.getByRole('button', { name: '提交 1 项' }).click();
  await expect(dialog.getByText('以下各项没有提交')).toBeVisible();
  await dialog.getByRole('button', { name: '1 项数值确认无误，提交' }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByRole('row', { name: own.name }).getByText('已提交')).toBeVisible();
  expect(await confirmedOf(service, own, '2026-01')).toEqual(['beyond-target']);
});

const valueOf = (page: Page, { name }: Indicator) => page.getByLabel(`${name} 填报值`);

async function confirmedOf(service: Installation, { id }: Indicator, month = MONTH): Promise<readonly string[] | null> {
  const { status, body } = await service.request<{ confirmed: string[] }>('GET', `/indicators/${id}/progress/${month}`);
  return status === 200 ? body.confirmed : null;
}
