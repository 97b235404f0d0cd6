// What people who know spreadsheets do without thinking: click and type, Escape, paste and go on, take back.
import { paste } from './support/paste.js';
import { newIndicators } from './support/sheets.js';
import { expect, test } from './support/test.js';

const MONTH = '2026-05';
const HELD = { deviationReason: '季节性工作', correctiveMeasure: '下半年补上' };

test('a click replaces, Escape takes back, and what means the same is not saved again', async ({ open, service }) => {
  const [{ id, name }] = await newIndicators(service, '手势试填');
  const place = `/indicators/${id}/progress/${MONTH}`;
  const held = () => service.get<{ value: string; version: number }>(place);
  const page = await open(`/entry?month=${MONTH}`);
  const row = page.getByRole('row', { name });
  const cell = page.getByLabel(`${name} 填报值`);
  await cell.fill('6');
  await expect(row.getByText('草稿')).toBeVisible();

  await page.getByRole('heading').first().click();
  await cell.click();
  await page.keyboard.type('7');
  await expect(cell).toHaveValue('7');
  await page.keyboard.press('Escape');
  await expect(cell).toHaveValue('6');
  await expect(row.getByText('草稿')).toBeVisible();
  expect((await held()).value).toBe('6');

  await page.keyboard.type('007');
  await expect(row.getByText('草稿')).toBeVisible();
  await expect(cell).toHaveValue('007');
  await expect.poll(async () => (await held()).value).toBe('7');
  const { version } = await held();
  await page.waitForTimeout(2_500); // three times as long as somebody who types is waited for
  expect((await held()).version).toBe(version);
  await page.keyboard.press('Tab');
  await expect(cell).toHaveValue('7');
});

test('a pasted cell of two lines is marked as what it is, and one step takes the block back', async ({
  open,
  service,
}) => {
  const own = await newIndicators(service, '粘贴两行', 3);
  for (const { id } of own) {
    const body = { value: '3', ...HELD };
    await service.request('PUT', `/indicators/${id}/progress/${MONTH}`, { body, headers: { 'if-none-match': '*' } });
  }
  const page = await open(`/entry?month=${MONTH}`);
  const cell = (number: number) => page.getByLabel(`${own[number]!.name} 填报值`);
  await cell(0).focus();
  await paste(page, '8\n"5\n6"\n7');
  await page.getByRole('button', { name: /填\s*入/ }).click();
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(cell(0)).toBeFocused();
  await expect(cell(1)).toHaveValue('5 6');
  await expect(page.getByRole('row', { name: own[1]!.name }).getByText('“5 6”不是数字')).toBeVisible();
  await page.keyboard.press('Control+z');
  for (const number of [0, 1, 2]) await expect(cell(number)).toHaveValue('3');
  for (const { id, name } of own) {
    await expect(page.getByRole('row', { name }).getByText('草稿')).toBeVisible();
    expect(await service.get(`/indicators/${id}/progress/${MONTH}`)).toMatchObject({ value: '3' });
  }
});
