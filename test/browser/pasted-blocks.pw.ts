// Blocks as spreadsheets copy them: said before anything is filled in, and nothing lands where it does not belong.
import type { Page } from '@playwright/test';
import type { Installation } from './support/installation.js';
import { paste } from './support/paste.js';
import { type Indicator, newIndicators } from './support/sheets.js';
import { expect, PHONE, test } from './support/test.js';

// Blocks run on into whatever stands below.
test.use({ installation: 'pasted-blocks' });

test('a quoted cell with a line break is one cell, and the rows below stay where they belong', async ({
  open,
  service,
}) => {
  const own = (await newIndicators(service, '引号', 3)) as [Indicator, Indicator, Indicator];
  const page = await pasteAt(await open('/entry?month=2026-05'), own[0], '"4\n(含夜巡)"\n19\t20\n100');
  const dialog = page.getByRole('dialog');
  for (const said of ['填入 2 格', '有误 1 格（照填，标出，不保存）', '1 格超出表格，放不下'])
    await expect(dialog.getByText(said, { exact: true }).first()).toBeVisible();
  await dialog.getByRole('button', { name: '填入 3 格' }).click();
  for (const one of own.slice(1)) await expect(rowOf(page, one).getByText('草稿')).toBeVisible();
  await expect(rowOf(page, own[0]).getByText('有误，未保存')).toBeVisible();
  expect(await Promise.all(own.map((one) => valueAt(service, one, '2026-05')))).toEqual([null, '19', '100']);
});

test('errors, formulas, dates, emoji and blanks of merged cells are named one by one; the rest is filled in', async ({
  open,
  service,
}) => {
  const texts = ['#REF!', '=SUM(A1:A3)', '2026-05-01', '👍', '', '３', '1,5'];
  const own = await newIndicators(service, '杂项', texts.length);
  const page = await pasteAt(await open('/entry?month=2026-04'), own[0], texts.join('\r\n') + '\r\n');
  const dialog = page.getByRole('dialog');
  for (const said of ['出错值', '是公式', '是日期', '“👍”不是数字', '逗号只作千分位', '空 1 格，不改动'])
    await expect(dialog.getByText(said).first()).toBeVisible();
  await dialog.getByRole('button', { name: '填入 6 格' }).click();
  await expect(rowOf(page, own[5]!).getByText('草稿')).toBeVisible();
  expect(await Promise.all(own.map((one) => valueAt(service, one, '2026-04')))).toEqual(
    texts.map((text) => (text === '３' ? '3' : null)),
  );
});

test('ten thousand rows, wider and longer than the grid, are answered; given up, they change nothing', async ({
  open,
  service,
}) => {
  const [own] = await newIndicators(service, '万行');
  const page = await open('/entry?month=2026-03&view=year');
  await page.getByLabel(`${own.name} 2026年1月`).focus();
  const line = Array.from({ length: 20 }, (_, column) => String(column + 1)).join('\t');
  await paste(page, Array.from({ length: 10_000 }, () => line).join('\n'));
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByText(/格超出表格，放不下/)).toBeVisible();
  await dialog.getByRole('button', { name: /取\s*消/ }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByLabel(`${own.name} 2026年1月`)).toHaveValue('');
  await expect(page.getByText('0 未保存')).toBeVisible();
});

test('grades are pasted in words, with or without their coefficient', async ({ open, service }) => {
  const own = await newIndicators(service, '评级', 2, { raw: '明显提升' });
  const page = await open('/entry?month=2026-02');
  await rowOf(page, own[0]).getByRole('combobox').focus();
  await paste(page, '达成\t0.9\n部分达成\t0.7');
  await page.getByRole('button', { name: '填入 4 格' }).click();
  for (const one of own) await expect(rowOf(page, one).getByText('草稿')).toBeVisible();
  await expect(rowOf(page, own[0]).getByRole('combobox')).toHaveValue('achieved');
  await expect(rowOf(page, own[1]!).getByRole('textbox')).toHaveValue('0.7');
});

test('Enter and the arrows follow the order that is shown', async ({ open, service }) => {
  await newIndicators(service, '次序', 3);
  const page = await open('/entry?month=2026-01');
  const cells = page.locator('.month-grid [data-column="0"]:not(:disabled)');
  await expect(cells.first()).toBeVisible();
  const count = await cells.count();
  await cells.first().focus();
  for (let place = 1; place < count; place += 1) {
    const isList = await cells.nth(place - 1).evaluate((cell) => cell.tagName === 'SELECT');
    await page.keyboard.press(isList || place % 2 === 0 ? 'Enter' : 'ArrowDown');
    await expect(cells.nth(place)).toBeFocused();
  }
});

test('at 360 px no name, input, state or button lies over another', async ({ open, service }) => {
  await newIndicators(service, '这是一个名称特别长的指标用来查看窄屏上会不会与输入框重叠', 2);
  await newIndicators(service, '窄屏评级', 1, { raw: '明显提升' });
  await newIndicators(service, '窄屏日期', 1, { raw: '2026年9月30日前' });
  const page = await open('/entry?month=2026-09', { viewport: PHONE });
  await expect(page.locator('.month-grid .entry-cell').first()).toBeVisible();
  const overlaps = await page.locator('.month-grid tbody tr:not(.sheet-head)').evaluateAll((rows) =>
    rows.flatMap((row) => {
      const parts = [...row.querySelectorAll('.row-name, .entry-cell, .day-picker, .unit, .row-state, .row-more')];
      const boxes = parts.map((part) => part.getBoundingClientRect()).filter(({ width }) => width > 0);
      const beyond = boxes.some(({ left, right }) => left < 0 || right > window.innerWidth);
      const over = boxes.some((a, index) =>
        boxes
          .slice(index + 1)
          .some((b) => a.left < b.right - 1 && b.left < a.right - 1 && a.top < b.bottom - 1 && b.top < a.bottom - 1),
      );
      return beyond || over ? [row.textContent] : [];
    }),
  );
  expect(overlaps).toEqual([]);
});

async function pasteAt(page: Page, indicator: Indicator, block: string): Promise<Page> {
  await page.getByLabel(`${indicator.name} 填报值`).focus();
  await paste(page, block);
  return page;
}

const rowOf = (page: Page, { name }: Indicator) => page.getByRole('row', { name }).first();

async function valueAt(service: Installation, { id }: Indicator, month: string): Promise<string | null> {
  const { status, body } = await service.request<{ value: string }>('GET', `/indicators/${id}/progress/${month}`);
  return status === 200 ? body.value : null;
}
