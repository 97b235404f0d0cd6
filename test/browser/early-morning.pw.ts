// Five in the morning of 1 November in Beijing, where it is still October in UTC: October is over.
import { newIndicators } from './support/sheets.js';
import { expect, test } from './support/test.js';

test.use({ now: '2026-11-01T05:00:00+08:00', installation: 'early-morning' });

test('the month of yesterday is entered, wherever the computer thinks it is', async ({ open, service }) => {
  const [own] = await newIndicators(service, '清晨');
  const page = await open('/entry');
  await expect(page.getByRole('columnheader', { name: '2026年10月' })).toBeVisible();
  await page.getByLabel(`${own.name} 填报值`).fill('3');
  await expect(page.getByRole('row', { name: own.name }).getByText('草稿')).toBeVisible();
  expect(await service.get(`/indicators/${own.id}/progress/2026-10`)).toMatchObject({ value: '3' });
});
