// A year in one grid. Its drafts stand in every month, so it shares no service with others.
import { paste } from './support/paste.js';
import { picture } from './support/picture.js';
import { newIndicators } from './support/sheets.js';
import { expect, test } from './support/test.js';

const PASTE_MS = 300;
/** Times depend on the machine: they are printed, and only several times the goal is a fault of the page. */
const GUARD = 3;

test.use({ installation: 'year-grid' });

test('a block of 50 rows and 12 months is shown at once and saved', async ({ open, service }) => {
  const own = await newIndicators(service, '全年试填', 50);
  const page = await open('/entry?month=2026-10&view=year');
  const cell = (row: number, month: number) => page.getByLabel(`${own[row]!.name} 2026年${month}月`);
  await cell(0, 1).first().focus();
  const line = Array.from({ length: 12 }, (_, month) => String(200 + month)).join('\t');
  const milliseconds = await paste(page, Array.from({ length: 50 }, () => line).join('\n'));
  console.log(`        50 × 12 values pasted and shown in ${milliseconds.toFixed(0)} ms`);
  expect(milliseconds).toBeLessThanOrEqual(GUARD * PASTE_MS);
  await expect(page.getByText(/跳过 100 格（未开放）/)).toBeVisible(); // November and December lie ahead
  await page.getByRole('button', { name: '填入 500 格' }).click();
  for (const row of [0, 3, 49]) {
    await expect(page.getByLabel(`${own[row]!.name} 2026年9月 草稿`)).toBeVisible();
    await expect(cell(row, 2)).toHaveValue('201');
  }
  await picture(page, 'year');
});
