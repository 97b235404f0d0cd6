// A month filled in offline: the workbook goes out, and comes back with a preview before anything is written.
import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import exceljs, { type Worksheet } from 'exceljs';
import { zipBomb } from '../support/zip-bomb.js';
import { CLERK, HEAD, type Installation } from './support/installation.js';
import { picture } from './support/picture.js';
import { seriousFindings } from './support/serious-findings.js';
import { type Indicator, newIndicators } from './support/sheets.js';
import { DESK, expect, PHONE, test } from './support/test.js';

test.use({ installation: 'workbook' });

const MONTH = '2026-08';
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

async function downloaded(page: Page): Promise<Buffer> {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page
      .getByRole('dialog')
      .getByRole('link', { name: /下载 .* 的填报表/ })
      .click(),
  ]);
  return readFileSync(await download.path());
}

async function filled(workbook: Buffer, fill: (sheet: Worksheet, rowOf: (name: string) => number) => void) {
  const book = new exceljs.Workbook();
  await book.xlsx.load(new Uint8Array(workbook).buffer);
  const sheet = book.worksheets[0]!;
  const rowOf = (name: string): number => {
    for (let row = 3; row <= sheet.rowCount; row += 1) if (sheet.getCell(row, 4).text === name) return row;
    throw new Error(`no row of ${name}`);
  };
  fill(sheet, rowOf);
  return Buffer.from(await book.xlsx.writeBuffer());
}

const give = (page: Page, buffer: Buffer, name = '八月.xlsx') =>
  page.getByRole('dialog').locator('input[type=file]').setInputFiles({ name, mimeType: XLSX, buffer });

const stored = async (service: Installation, { id }: Indicator) =>
  (await service.request<{ value?: string | null }>('GET', `/indicators/${id}/progress/${MONTH}`)).body.value;

test('a filled workbook is shown row by row, and written only when its person says so', async ({ open, service }) => {
  const [right, wrong, percent, formula, meanwhile] = await newIndicators(service, '线下', 5);
  const page = await open(`/entry?month=${MONTH}`, { viewport: { width: 1440, height: 900 } });
  await page.getByRole('button', { name: '用 Excel 填报' }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByRole('link', { name: /下载 2026年8月 的填报表/ })).toBeVisible();
  expect(await seriousFindings(page)).toEqual([]);
  await picture(page, 'workbook-out-1440');
  const workbook = await filled(await downloaded(page), (sheet, rowOf) => {
    sheet.getCell(rowOf(right.name), 7).value = 3;
    sheet.getCell(rowOf(right.name), 17).value = '八月三次，含夜间一次';
    sheet.getCell(rowOf(wrong!.name), 7).value = '约12';
    sheet.getCell(rowOf(percent!.name), 7).value = 0.12;
    sheet.getCell(rowOf(percent!.name), 7).numFmt = '0%';
    sheet.getCell(rowOf(formula!.name), 7).value = { formula: '1+1', result: 2 };
    sheet.getCell(rowOf(meanwhile!.name), 7).value = 4;
  });
  await service.request('PUT', `/indicators/${meanwhile!.id}/progress/${MONTH}`, {
    body: { value: '1' },
    headers: { 'if-none-match': '*' },
    as: HEAD,
  });
  await give(page, workbook);
  await expect(dialog.getByText('将写入 1 行')).toBeVisible();
  await expect(dialog.getByText('4 行不能写入')).toBeVisible();
  await expect(dialog.getByRole('row', { name: wrong!.name })).toContainText(/填报!G\d+ 应为数字.*约12/);
  await expect(dialog.getByRole('row', { name: percent!.name })).toContainText(/填报!G\d+ 是百分比格式/);
  await expect(dialog.getByRole('row', { name: formula!.name })).toContainText(/填报!G\d+ 是公式/);
  await expect(dialog.getByRole('row', { name: meanwhile!.name })).toContainText('系统中现为 1');
  await expect(dialog.getByRole('row', { name: right.name })).toContainText('八月三次，含夜间一次');
  expect(await stored(service, right)).toBeUndefined(); // looked at, not written
  expect(await seriousFindings(page)).toEqual([]);
  await picture(page, 'workbook-preview-1440');
  await page.setViewportSize(PHONE);
  expect(await seriousFindings(page)).toEqual([]);
  await picture(page, 'workbook-preview-360');
  await page.setViewportSize(DESK);
  await dialog.getByRole('button', { name: '只写入无误的 1 行' }).click();
  await expect(dialog.getByText('已写入 1 行')).toBeVisible();
  await picture(page, 'workbook-taken');
  expect(await stored(service, right)).toBe('3');
  expect(await stored(service, meanwhile!)).toBe('1'); // theirs is not lost

  // The same file again writes nothing twice.
  await dialog.getByRole('button', { name: '换一个文件' }).click();
  await give(page, workbook);
  await expect(dialog.getByText('将写入 0 行')).toBeVisible();
  await expect(dialog.getByText(/\d+ 行与系统中相同，不动/)).toBeVisible();
  await expect(dialog.getByRole('button', { name: '只写入无误的 0 行' })).toBeDisabled();
  await dialog.getByRole('button', { name: /关闭|Close/ }).click();
  await expect(page.getByLabel(`${right.name} 填报值`)).toHaveValue('3');
});

test('a file that does not fit is refused as a whole, in words', async ({ open, service }) => {
  const [one] = await newIndicators(service, '错表');
  const page = await open(`/entry?month=${MONTH}&workbook=open`);
  const workbook = await downloaded(page);
  const dialog = page.getByRole('dialog');
  const refused = dialog.getByRole('alert');
  await give(page, Buffer.from('%PDF-1.7'), '公文.xlsx');
  await expect(refused).toContainText('不是 XLSX 工作簿');
  await give(page, zipBomb(150), '炸弹.xlsx');
  await expect(refused).toContainText(/文件解压后超过/);
  await give(page, await filled(workbook, (sheet) => (sheet.getCell('G2').value = '数值')), '改列.xlsx');
  await expect(refused).toContainText('没有“数值”这一列');
  await give(page, Buffer.alloc(21 * 1024 * 1024, 'PK'), '很大.xlsx');
  await expect(refused).toContainText('文件超过 20 MB');
  await expect(refused).toContainText('没有写入任何内容');
  await picture(page, 'workbook-refused');
  await page.goto('/entry?month=2026-09&workbook=open');
  await give(page, workbook);
  await expect(refused).toContainText('这是 2026-08 的模板');
  expect(await stored(service, one)).toBeUndefined();
});

test("another department's or section's rows are refused one by one", async ({ open, service }) => {
  const [foreign] = await newIndicators(service, '他股');
  const office = await open(`/entry?month=${MONTH}&workbook=open`);
  const workbook = await filled(await downloaded(office), (sheet, rowOf) => {
    sheet.getCell(rowOf(foreign.name), 7).value = 2;
  });
  const page = await open(`/entry?month=${MONTH}&workbook=open`, { as: CLERK });
  await give(page, workbook);
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByText(/第 \d+ 行不在您 2026-08 的填报范围内/).first()).toBeVisible();
  await expect(dialog.getByRole('button', { name: /^只写入无误的/ })).toBeDisabled();
  await picture(page, 'workbook-foreign');
  expect(await stored(service, foreign)).toBeUndefined();
});

test('what was looked at is still there after the session has ended', async ({ open, service }) => {
  const [one] = await newIndicators(service, '断线');
  const page = await open(`/entry?month=${MONTH}&workbook=open`);
  const dialog = page.getByRole('dialog');
  const workbook = await filled(await downloaded(page), (sheet, rowOf) => {
    sheet.getCell(rowOf(one.name), 7).value = 5;
  });
  await give(page, workbook);
  await expect(dialog.getByText('将写入 1 行')).toBeVisible();
  await page.context().clearCookies();
  await dialog.getByRole('button', { name: '写入 1 行' }).click();
  await page.getByLabel('用户名').fill('li.yangli');
  await page.getByLabel('密码').fill('three dry pears in May');
  await page.getByRole('button', { name: /^登\s*录$/ }).click();
  await expect(page.getByLabel('密码')).toHaveCount(0);
  const take = dialog.getByRole('button', { name: '写入 1 行' });
  await take.click();
  await expect(dialog.getByText('已写入 1 行')).toBeVisible();
  expect(await stored(service, one)).toBe('5');
});

test('the lists of sheets and the months lead to their workbooks', async ({ open }) => {
  const page = await open('/sheets');
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page
      .getByRole('link', { name: /^Excel：下载“.*”的目标/ })
      .first()
      .click(),
  ]);
  expect(
    readFileSync(await download.path())
      .subarray(0, 2)
      .toString(),
  ).toBe('PK');
  await picture(page, 'sheets-workbook');
  await page.goto('/months');
  await page.getByRole('link', { name: '用 Excel 填报' }).first().click();
  await expect(page.getByRole('dialog', { name: /用 Excel 填报：/ })).toBeVisible();
});
