// What is handed in is what the screen shows: in the second in which it is typed, after a cell is cleared, with a text that is no number.
import type { Page } from '@playwright/test';
import type { Installation } from './support/installation.js';
import { picture } from './support/picture.js';
import { type Indicator, newIndicators } from './support/sheets.js';
import { expect, test } from './support/test.js';

test('a value typed a moment before is what is handed in, not the draft before it', async ({ open, service }) => {
  const { page, own, month } = await drafted({ open, service }, '即刻', '2026-01');
  await valueOf(page, own).fill('3');
  await page.getByRole('button', { name: /^提交 \d+ 项$/ }).click(); // before it has been saved by itself
  await handIn(page);
  expect(await storedOf(service, own, month)).toMatchObject({ value: '3', status: 'submitted' });
});

test('a cell that was cleared is handed in as nothing: its draft is gone', async ({ open, service }) => {
  const { page, own, month } = await drafted({ open, service }, '清空', '2026-02');
  await valueOf(page, own).fill('');
  await page.getByRole('button', { name: /^提交 \d+ 项$/ }).click();
  await expect(page.getByRole('dialog').getByText(`${own.name}：未填报`)).toBeVisible();
  await expect(page.getByRole('dialog').getByRole('button', { name: '提交 0 项' })).toBeDisabled();
  expect(await storedOf(service, own, month)).toBeNull();
});

test('a text that is no number holds back its row by name, and the draft before it stays a draft', async ({
  open,
  service,
}) => {
  const { page, own, month } = await drafted({ open, service }, '错字', '2026-03');
  await valueOf(page, own).fill('1,5');
  await page.getByRole('button', { name: /^提交 \d+ 项$/ }).click();
  await expect(page.getByRole('dialog').getByText(new RegExp(`${own.name}：“1,5”：逗号只作千分位`))).toBeVisible();
  await expect(page.getByRole('dialog').getByRole('button', { name: '提交 0 项' })).toBeDisabled();
  expect(await storedOf(service, own, month)).toMatchObject({ value: '2', status: 'draft' });
});

test('rows that are still open can be shown alone, and a button leads from one invalid cell to the next', async ({
  open,
  service,
}) => {
  const own = await newIndicators(service, '筛选', 3);
  const page = await open('/entry?month=2026-05');
  const [first, second, third] = own as [Indicator, Indicator, Indicator];
  await valueOf(page, first).fill('2');
  await valueOf(page, second).fill('1,5');
  await valueOf(page, third).fill('x');
  await expect(page.getByRole('row', { name: first.name }).getByText('草稿')).toBeVisible();
  await page.getByRole('checkbox', { name: '只看未填和有误的' }).check();
  await expect(valueOf(page, first)).toHaveCount(0);
  await expect(valueOf(page, second)).toBeVisible();
  const next = page.getByRole('button', { name: '下一个有误的' });
  await next.click();
  await expect(valueOf(page, second)).toBeFocused();
  await next.click();
  await expect(valueOf(page, third)).toBeFocused();
  await valueOf(page, third).fill('3');
  await expect(page.getByRole('row', { name: third.name }).getByText('草稿')).toBeVisible(); // and stays under the hand
  await page.getByRole('checkbox', { name: '只看未填和有误的' }).uncheck();
  await expect(valueOf(page, first)).toBeVisible();
  await page.getByRole('textbox', { name: '查找指标' }).fill(second.name);
  await expect(valueOf(page, first)).toHaveCount(0);
  await expect(valueOf(page, second)).toBeVisible();
});

test('a reason that is missing is said before anything is handed in, and the other rows go without it', async ({
  open,
  service,
}) => {
  const [fine] = await newIndicators(service, '正常');
  const [behind] = await newIndicators(service, '落后', 1, { raw: '>=900篇' });
  const page = await open('/entry?month=2026-04');
  await valueOf(page, fine).fill('2');
  await valueOf(page, behind).fill('3');
  // The row itself says what it lacks, and leads there.
  const row = page.getByRole('row', { name: behind.name });
  await expect(row.getByText(/提交前须填写偏差原因/)).toBeVisible();
  await expect(row.getByRole('button', { name: `去填写：${behind.name}` })).toBeVisible();
  // What would be refused is not promised.
  await page.getByRole('button', { name: '提交 1 项' }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByText(/偏差原因/)).toBeVisible();
  await expect(dialog.getByRole('checkbox', { name: behind.name })).not.toBeChecked();
  await dialog.getByRole('button', { name: `去填写：${behind.name}` }).click();
  await expect(dialog).toBeHidden();
  const remarks = page.getByRole('button', { name: `${behind.name}的说明与佐证` });
  await expect(remarks).toBeFocused();
  await expect(remarks).toBeInViewport();
  await page.getByRole('button', { name: '提交 1 项' }).click();
  await dialog.getByRole('button', { name: '提交 1 项' }).click();
  await expect(dialog).toBeHidden();
  expect(await storedOf(service, fine, '2026-04')).toMatchObject({ status: 'submitted' });
  expect(await storedOf(service, behind, '2026-04')).toMatchObject({ value: '3', status: 'draft' });
});

test('the grid does not move while what the bar says changes', async ({ open, service }) => {
  const [own, other] = (await newIndicators(service, '不跳', 2)) as [Indicator, Indicator];
  const page = await open('/entry?month=2026-06');
  for (const width of [1440, 1024, 360]) {
    await page.setViewportSize({ width, height: 900 });
    await valueOf(page, own).fill('');
    await expect(page.getByRole('row', { name: own.name }).locator('.entry-state')).not.toContainText('草稿');
    // Wherever the page is scrolled to: the bar above the grid keeps its height.
    const place = () => page.locator('.entry-bar').evaluate((bar: HTMLElement) => bar.offsetHeight);
    const before = await place();
    await valueOf(page, own).fill('1,5');
    await valueOf(page, other).fill('2');
    await expect(page.getByRole('button', { name: '下一个有误的' })).toBeEnabled();
    expect(await place(), `${width} px, invalid`).toBe(before);
    await valueOf(page, own).fill('99999');
    await expect(page.getByRole('row', { name: own.name }).locator('.entry-state')).toContainText('待确认');
    expect(await place(), `${width} px, asked`).toBe(before);
    await picture(page, `entry-bar-${width}`);
  }
});

/** A month in which one row has a draft that says 2. */
async function drafted(
  { open, service }: { open: (address: string) => Promise<Page>; service: Installation },
  name: string,
  month: string,
): Promise<{ page: Page; own: Indicator; month: string }> {
  const [own] = await newIndicators(service, name);
  const page = await open(`/entry?month=${month}`);
  await valueOf(page, own).fill('2');
  await expect(page.getByRole('row', { name: own.name }).getByText('草稿')).toBeVisible();
  return { page, own, month };
}

async function handIn(page: Page): Promise<void> {
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: /^提交 \d+ 项$/ }).click();
  await expect(dialog).toBeHidden();
}

const valueOf = (page: Page, { name }: Indicator) => page.getByLabel(`${name} 填报值`);

async function storedOf(service: Installation, { id }: Indicator, month: string): Promise<object | null> {
  const { status, body } = await service.request<object>('GET', `/indicators/${id}/progress/${month}`);
  return status === 200 ? body : null;
}
