// Several departments: compared on the dashboard, and from there down to one, to its sheet.
import { readFileSync } from 'node:fs';
import type { Installation } from './support/installation.js';
import { picture } from './support/picture.js';
import { seriousFindings } from './support/serious-findings.js';
import { expect, PHONE, test } from './support/test.js';

const FIRST = '示例市人民政府办公室';
const SECOND = '示例市档案馆';
const MONTH = '2026-10';

interface HeatMap {
  readonly rows: readonly {
    department: { name: string };
    cells: readonly { paceNormalised: string; missing: number }[];
  }[];
}

test.use({ installation: 'departments' });
test.describe.configure({ mode: 'default' }); // one installation, to which the department is added once
test.beforeAll(async ({ service }) => {
  await addDepartment(service);
});

test('departments are compared, and each leads down to its sheets', async ({ open, service }) => {
  const page = await open(`/dashboard?month=${MONTH}`);
  const map = page.getByRole('region', { name: '逐月时序得分' }).last();
  await expect(map.getByRole('columnheader', { name: '部门' })).toBeVisible();
  const { rows } = await service.get<HeatMap>(`/scores/heat-map?asOf=${MONTH}`);
  for (const { department, cells } of rows) {
    const last = map.getByRole('row', { name: department.name }).getByRole('link').last();
    await expect(last).toHaveText(new RegExp(`${cells.at(-1)!.paceNormalised}$`));
  }
  await expect(map.getByRole('rowheader')).toHaveText([FIRST, SECOND]);
  // Of the second department nothing has been entered: no month of it looks judged, while January of the first does.
  const [judged, unreported] = rows;
  expect(judged!.cells[0]!.missing).toBe(0);
  expect(unreported!.cells.every(({ missing }) => missing > 0)).toBe(true);
  const coloured = map
    .locator('td')
    .filter({ has: page.getByRole('link') })
    .and(map.locator(':not(.heat-open)'));
  await expect(map.getByRole('row', { name: SECOND }).locator('td.heat-open')).toHaveCount(unreported!.cells.length);
  await expect(coloured).toHaveCount(judged!.cells.filter(({ missing }) => missing === 0).length);
  await expect(map.getByRole('row', { name: SECOND }).getByRole('link').first()).toHaveAccessibleName(
    /缺报 \d+ 项，暂不评判/,
  );
  expect(await seriousFindings(page)).toEqual([]);
  await picture(page, 'departments', { fullPage: true });

  await map.getByRole('row', { name: FIRST }).getByRole('link').last().click();
  await expect(map.getByRole('rowheader', { name: /因公出国经费保障项目/ })).toBeVisible();
  await expect(page).toHaveURL(/\/dashboard\?department=/);
  const league = page.getByRole('region', { name: '得分排名' });
  await expect(league.getByText(SECOND)).toHaveCount(0);
  await map
    .getByRole('row', { name: /因公出国经费保障项目/ })
    .getByRole('link')
    .last()
    .click();
  await expect(page.getByRole('heading', { name: /因公出国经费保障项目/ })).toBeVisible();
});

test('on a phone the list of sheets says whose each is, and shows those of one department', async ({ open }) => {
  const page = await open(`/sheets?month=${MONTH}`, { viewport: PHONE });
  const of = (name: string) => page.getByRole('row').filter({ hasText: name });
  await expect(of(FIRST)).toHaveCount(3);
  await expect(of(SECOND)).toHaveCount(3);
  await page.getByRole('combobox', { name: '部门' }).click();
  await page.getByTitle(SECOND).click();
  await expect(of(FIRST)).toHaveCount(0);
  await expect(of(SECOND)).toHaveCount(3);
  await expect(page).toHaveURL(/department=/);
});

test('at 200 % the names and the months stay readable while the map is scrolled', async ({ open }) => {
  const page = await open(`/dashboard?month=${MONTH}`, { viewport: { width: 720, height: 450 } });
  const map = page.getByRole('region', { name: '逐月时序得分' }).last();
  await expect(map.getByRole('rowheader', { name: FIRST })).toBeVisible();
  // At the latest month, to which it opens, the corner covers the months that have gone under it.
  const isInFront = (role: 'columnheader' | 'rowheader', name: string) =>
    map.getByRole(role, { name }).evaluate((cell) => {
      const { left, top, width, height } = cell.getBoundingClientRect();
      const points = [0.1, 0.5, 0.9].map((part) => document.elementFromPoint(left + width * part, top + height / 2));
      return points.every((point) => cell.contains(point));
    });
  await map.evaluate((region) => {
    region.scrollIntoView({ block: 'center' }); // the head of the page covers what is above
    region.style.maxHeight = '90px'; // so few departments need no scrolling
    region.scrollTop = 30;
  });
  expect(await isInFront('columnheader', '部门')).toBe(true);
  expect(await isInFront('columnheader', '10月')).toBe(true);
  await picture(page, 'departments-200-percent');
});

/** A second department with the sheets of the first: its document, imported under another name. */
async function addDepartment(service: Installation): Promise<void> {
  const created = await service.request('POST', '/departments', { body: { name: SECOND } });
  expect(created.status).toBe(201);
  const document = readFileSync('samples/2026-city-office-budget.txt', 'utf8').replaceAll(FIRST, SECOND);
  const { id, draft } = await service.upload<{ id: string; draft: { sheets: unknown[] } }>(
    '/imports',
    new File([document], '预算公开.txt'),
  );
  const waivers = draft.sheets.map((_, sheet) => ({ sheet, reason: '权重按原文' }));
  const adopted = await service.request('POST', `/imports/${id}/adopt`, { body: { waivers } });
  expect(adopted.status, JSON.stringify(adopted.body)).toBe(200);
}
