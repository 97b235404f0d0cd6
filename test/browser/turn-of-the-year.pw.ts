// 8 January 2027: December is entered, handed in and decided on; the pages open on the year that is being closed.
import { HEAD, type Installation } from './support/installation.js';
import { newIndicators } from './support/sheets.js';
import { expect, test } from './support/test.js';

test.use({ now: '2027-01-08T09:00:00+08:00', installation: 'turn-of-the-year' });

const WAITING = 8;

test('what Today says waits is what review shows, and the dashboard has December', async ({ open, service }) => {
  const own = await newIndicators(service, '年末', WAITING);
  for (const { id } of own) await submit(service, `/indicators/${id}/progress/2026-12`);

  const today = await open('/', { as: HEAD });
  const told = today.locator('.waiting .inbox-count');
  await expect(told).toHaveText(/^\d+$/);
  const waiting = Number(await told.textContent()); // with what waits in the sample year
  expect(waiting).toBeGreaterThanOrEqual(WAITING);
  await today.locator('.waiting').getByRole('link').click();
  await expect(today.getByText(`${waiting} 项待审核`)).toBeVisible();
  await expect(today.getByRole('listitem').filter({ hasText: '2026年12月' })).toHaveCount(WAITING);

  const dashboard = await open('/dashboard');
  await expect(dashboard.getByText('2026年12月').first()).toBeVisible();
  const entry = await open('/entry');
  await expect(entry.getByRole('columnheader', { name: '2026年12月' })).toBeVisible();
});

async function submit(service: Installation, place: string): Promise<void> {
  const entry = await service.request<{ version: number }>('PUT', place, {
    body: { value: '4' },
    headers: { 'if-none-match': '*' },
  });
  const headers = { 'if-match': `"${entry.body.version}"` };
  expect((await service.request('POST', `${place}/submit`, { body: {}, headers })).status).toBe(200);
}
