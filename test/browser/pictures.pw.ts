// Pictures of entry and approval to be looked at, wide and narrow, light and dark: `PICTURES=1 npm run test:browser -- pictures`.
import { HEAD, type Installation } from './support/installation.js';
import { paste } from './support/paste.js';
import { picture } from './support/picture.js';
import { type Indicator, newIndicators } from './support/sheets.js';
import { expect, PHONE, test } from './support/test.js';

test.skip(!process.env.PICTURES, 'nothing is compared: these are for people');
test.use({ installation: 'pictures' });

const WIDE = { width: 1440, height: 900 };
const MONTH = '2026-08';
const LOOKS = [
  ['1440-light', WIDE, 'light'],
  ['1440-dark', WIDE, 'dark'],
  ['360-light', PHONE, 'light'],
  ['360-dark', PHONE, 'dark'],
] as const;

for (const [look, viewport, colorScheme] of LOOKS) {
  test(`pictures ${look}`, async ({ open, service }) => {
    const own = await newIndicators(service, '示例', 9);
    await newIndicators(service, '示例竣工', 1, { raw: '2026年9月30日前' });
    await prepare(service, own);
    const page = await open(`/entry?month=${MONTH}`, { viewport, colorScheme });
    const cell = (row: number) => page.getByLabel(`${own[row]!.name} 填报值`);
    await expect(cell(0)).toBeVisible();
    await service.request('PUT', placeOf(own[0]), { body: { value: '2' }, headers: await seen(service, own[0]) });
    await cell(0).fill('3'); // a conflict
    await cell(1).fill('1,5'); // invalid
    await cell(2).fill('9'); // asked about
    await expect(page.getByText(/他人已改为/)).toBeVisible();
    await expect(page.getByText('草稿，数值待确认')).toBeVisible();
    await cell(0).scrollIntoViewIfNeeded();
    await picture(page, `grid-${look}`);
    await page
      .getByRole('button', { name: /^提交 \d+ 项$/ })
      .first()
      .click();
    await expect(page.getByRole('dialog')).toBeVisible();
    await picture(page, `submit-${look}`);
    await page
      .getByRole('dialog')
      .getByRole('button', { name: /取\s*消/ })
      .click();
    await cell(2).focus();
    await paste(page, '5\n"4\n(含夜巡)"\n1,234\n#REF!\n7');
    await expect(page.getByRole('dialog')).toBeVisible();
    await picture(page, `paste-${look}`);
    const year = await open(`/entry?month=${MONTH}&view=year`, { viewport, colorScheme });
    await year.getByLabel(`${own[6]!.name} 2026年8月`).focus();
    await picture(year, `year-${look}`);
    const review = await open('/review', { as: HEAD, viewport, colorScheme });
    await review.getByText('重新打开').first().scrollIntoViewIfNeeded();
    await picture(review, `review-${look}`);
    const dashboard = await open('/dashboard?month=2026-10', { viewport, colorScheme });
    await expect(dashboard.locator('.losses')).toBeVisible();
    await picture(dashboard, `dashboard-${look}`, { fullPage: true });
  });
}

/** Entries in every state that they can be in; the last one was approved, reopened and changed from 24 to 31. */
async function prepare(service: Installation, own: readonly Indicator[]): Promise<void> {
  const [, , , submitted, approved, returned, reopened] = own;
  for (const [indicator, value] of [
    [submitted, '4'],
    [approved, '4'],
    [returned, '4'],
    [reopened, '24'],
  ] as const) {
    const place = placeOf(indicator!);
    const body = { value, confirmed: ['beyond-target'] };
    await service.request('PUT', place, { body, headers: { 'if-none-match': '*' } });
    await move(service, indicator!, 'submit');
  }
  await move(service, approved!, 'approve', HEAD);
  await move(service, returned!, 'return', HEAD);
  await move(service, reopened!, 'approve', HEAD);
  await move(service, reopened!, 'reopen', HEAD);
  const body = { value: '31', confirmed: ['beyond-target'] };
  await service.request('PUT', placeOf(reopened!), { body, headers: await seen(service, reopened!) });
  await move(service, reopened!, 'submit');
}

const placeOf = ({ id }: Indicator): string => `/indicators/${id}/progress/${MONTH}`;

async function seen(service: Installation, indicator: Indicator): Promise<Record<string, string>> {
  const { status, body } = await service.request<{ version: number }>('GET', placeOf(indicator));
  return status === 200 ? { 'if-match': `"${body.version}"` } : { 'if-none-match': '*' };
}

async function move(service: Installation, indicator: Indicator, how: string, as?: typeof HEAD): Promise<void> {
  const headers = await seen(service, indicator);
  const body = how === 'return' || how === 'reopen' ? { reason: '数字待核' } : {};
  const answer = await service.request('POST', `${placeOf(indicator)}/${how}`, { body, headers, ...(as && { as }) });
  expect(answer.status, JSON.stringify(answer.body)).toBe(200);
}
