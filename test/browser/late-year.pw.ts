// A year that begins late: before its first month nothing is judged, and the office can change that month.
import { readFileSync } from 'node:fs';
import { fromProjectRoot } from '../../src/common/project-root.js';
import { picture } from './support/picture.js';
import { seriousFindings } from './support/serious-findings.js';
import { expect, PHONE, test } from './support/test.js';

test.use({ installation: 'late-year' });

const PUBLISHED = readFileSync(fromProjectRoot('samples/2026-city-office-budget.txt'), 'utf8');
const DEPARTMENT = '示例市统计局';

test('months before the first say so on every screen, and the office changes which it is', async ({
  open,
  service,
}) => {
  const text = PUBLISHED.replaceAll('示例市人民政府办公室', DEPARTMENT);
  const { id } = await service.upload<{ id: string }>('/imports', new File([text], '迟.txt'));
  const { body } = await service.request<{ targetSheetIds: string[] }>('POST', `/imports/${id}/adopt`, {
    body: { firstMonth: '2026-11', waivers: [0, 1, 2].map((sheet) => ({ sheet, reason: '按公布的权重' })) },
    headers: { 'if-match': '"1"' },
  });
  const [sheet] = body.targetSheetIds;

  const page = await open(`/sheets/${sheet}?month=2026-10`);
  const main = page.getByRole('main');
  await expect(main.getByText('自2026年11月起填报，此前不评判。')).toBeVisible();
  await expect(main.getByText('□ 启用前').first()).toBeVisible();
  await expect(main.getByText(/未填报|尚无核定数/)).toHaveCount(0);
  await expect(main.getByRole('img', { name: '—' })).toBeVisible(); // the dial points at nothing
  for (const [name, viewport] of Object.entries({
    1440: { width: 1440, height: 900 },
    1024: { width: 1024, height: 800 },
    360: PHONE,
  })) {
    await page.setViewportSize(viewport);
    expect(await seriousFindings(page), name).toEqual([]);
    await picture(page, `late-sheet-${name}`, { fullPage: true });
  }
  await page.setViewportSize({ width: 1440, height: 900 });
  // Neither has the chart any point of those months.
  await page.getByText('查看数据表').click();
  await expect(page.getByRole('row', { name: /^2026年?-?0?9/ }).first()).toContainText('—');

  await page.goto('/sheets?month=2026-10');
  const row = page.getByRole('row').filter({ hasText: DEPARTMENT }).first();
  await expect(row).toContainText('启用前，未评');
  await expect(row).not.toContainText('差');
  await picture(page, 'late-sheets', { fullPage: true });
  await page.setViewportSize(PHONE);
  await expect(row).toContainText('启用前，未评');
  await expect(page.getByRole('row').filter({ hasText: '部门整体' }).first()).toContainText(/暂定|完整|启用前/);
  await picture(page, 'late-sheets-360', { fullPage: true });
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.goto('/dashboard?month=2026-10');
  await expect(page.getByText('□ 启用前').first()).toBeVisible();
  await picture(page, 'late-dashboard', { fullPage: true });

  await page.goto(`/sheets/${sheet}?month=2026-10`);
  await page.getByRole('button', { name: '更改起始月份' }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByRole('button', { name: '更改起始月份' })).toBeDisabled();
  await dialog.getByRole('combobox', { name: '起始月份' }).click();
  await page.getByTitle('2026年9月', { exact: true }).click();
  await expect(dialog.getByText('2026年9月、2026年10月也要填报；已过截止日期的，会立即催报。')).toBeVisible();
  expect(await seriousFindings(page)).toEqual([]);
  await picture(page, 'late-first-month');
  await dialog.getByRole('textbox', { name: '原因（记入审计日志）' }).fill('9月以来的数可以补报');
  await dialog.getByRole('button', { name: '更改起始月份' }).click();
  await expect(dialog).toBeHidden();
  await expect(main.getByText('自2026年9月起填报，此前不评判。')).toBeVisible();
  await expect(main.getByText('◌ 尚无核定数').first()).toBeVisible(); // October is asked for now
});
