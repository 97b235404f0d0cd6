// Which evidence a month has and lacks.
import { writeFileSync } from 'node:fs';
import { CLERK } from './support/installation.js';
import { picture } from './support/picture.js';
import { expect, PHONE, test } from './support/test.js';

test.use({ installation: 'checklist' });

const MONTH = '2026-10';

test('the checklist says what lacks and leads there; what was added is there, and it prints', async ({ open }) => {
  const page = await open(`/evidence?month=${MONTH}`, { viewport: { width: 1440, height: 900 } });
  const counts = page.getByRole('status').filter({ hasText: '缺少' });
  await expect(counts).toContainText(/\d+ 项齐全/);
  const lacking = async () => Number(/(\d+) 项缺少/.exec((await counts.textContent()) ?? '')?.[1]);
  const before = await lacking();
  const line = page
    .getByRole('row')
    .filter({ has: page.getByRole('link', { name: '去补充' }) })
    .first();
  const name = (await line.getByRole('link').first().textContent()) ?? '';
  await picture(page, 'checklist-1440', { fullPage: true });
  await line.getByRole('link', { name: '去补充' }).click();
  const file = test.info().outputPath('记录.txt');
  writeFileSync(file, '十月工作记录');
  await page
    .getByRole('row', { name })
    .getByRole('button', { name: /说\s*明/ })
    .click();
  await page.locator('input[type=file]').setInputFiles(file);
  await expect(page.getByRole('link', { name: '记录.txt' })).toBeVisible();
  await page.goto(`/evidence?month=${MONTH}&show=all`);
  await expect(page.getByRole('row').filter({ hasText: name }).first()).toContainText('记录.txt');
  await expect.poll(lacking).toBe(before - 1);
  await page.emulateMedia({ media: 'print' });
  await expect(page.getByRole('button', { name: /打\s*印/ })).toBeHidden();
  await expect(page.getByRole('table')).toBeVisible();
  await picture(page, 'checklist-print', { fullPage: true });
  await page.emulateMedia({ media: 'screen' });
  await page.setViewportSize(PHONE);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(PHONE.width);
  await picture(page, 'checklist-360');
});

test('a clerk begins with the own sections', async ({ open }) => {
  const page = await open(`/evidence?month=${MONTH}&lang=en&show=all`, { as: CLERK });
  await expect(page.getByRole('checkbox', { name: 'Only my sections' })).toBeChecked();
  const rows = page.getByRole('row');
  await expect(rows.nth(1)).toBeVisible();
  const own = await rows.count();
  await picture(page, 'checklist-clerk-en');
  await page.getByRole('checkbox', { name: 'Only my sections' }).click();
  await expect.poll(() => rows.count()).toBeGreaterThan(own);
});
