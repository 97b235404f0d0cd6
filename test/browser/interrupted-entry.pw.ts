// A network that comes and goes, two tabs of one person, two people at one computer: nothing is lost, nothing mixed up.
import type { Page } from '@playwright/test';
import { HEAD, type Installation, OFFICE } from './support/installation.js';
import { picture } from './support/picture.js';
import { seriousFindings } from './support/serious-findings.js';
import { type Indicator, newIndicators } from './support/sheets.js';
import { expect, test } from './support/test.js';

const MONTH = '2026-07';
const ADDRESS = `/entry?month=${MONTH}`;

test('a figure and a note typed without a network are saved when it is back, beside what somebody else saved meanwhile', async ({
  open,
  service,
}) => {
  const [figure, note] = (await newIndicators(service, '断网', 2)) as [Indicator, Indicator];
  await save(service, note, { value: '2' });
  const page = await open(ADDRESS);
  await expect(valueOf(page, note)).toHaveValue('2');
  await page.getByRole('button', { name: `${note.name}的说明与佐证` }).click();
  await page.context().setOffline(true);
  await valueOf(page, figure).fill('3');
  await page.getByLabel('备注').fill('含夜间巡查');
  await expect(rowOf(page, figure).getByText('未保存，稍后自动重试')).toBeVisible();
  await expect(page.getByText('2 未保存')).toBeVisible();
  await save(service, note, { value: '4' });
  await page.context().setOffline(false);
  for (const one of [figure, note]) await expect(rowOf(page, one).getByText('草稿')).toBeVisible();
  await expect(valueOf(page, note)).toHaveValue('4');
  expect(await storedOf(service, figure)).toMatchObject({ value: '3' });
  expect(await storedOf(service, note)).toMatchObject({ value: '4', note: '含夜间巡查' });
});

test('what one person typed and could not save waits for them: the next one at the computer neither sees nor saves it', async ({
  open,
  service,
}) => {
  const [own] = await newIndicators(service, '同机');
  const first = await open(ADDRESS);
  await expect(valueOf(first, own)).toBeVisible();
  await first.route('**/progress-entries/bulk', (route) => route.abort());
  await valueOf(first, own).fill('3');
  await expect(rowOf(first, own).getByText('未保存，稍后自动重试')).toBeVisible();

  const second = await open(ADDRESS, { as: HEAD, beside: first });
  await first.close();
  await expect(valueOf(second, own)).toHaveValue('');
  await second.waitForTimeout(3000); // longer than anything waits before it is saved
  await expect(valueOf(second, own)).toHaveValue('');
  expect(await storedOf(service, own)).toBeNull();

  const again = await open(ADDRESS, { as: OFFICE, beside: second });
  await second.close();
  await expect(valueOf(again, own)).toHaveValue('3');
  await expect(rowOf(again, own).getByText('草稿')).toBeVisible();
  const { authors } = (await storedOf(service, own)) as { authors: string[] };
  expect(authors).toEqual([OFFICE]);
});

test('two tabs of one person: what is typed in either is kept, and who types over the other is asked', async ({
  open,
  service,
}) => {
  const [own, other] = (await newIndicators(service, '两页', 2)) as [Indicator, Indicator];
  const one = await open(ADDRESS, { as: OFFICE });
  const two = await open(ADDRESS, { beside: one });
  await expect(valueOf(two, own)).toBeVisible();
  await valueOf(one, own).fill('2');
  await valueOf(two, other).fill('3');
  await expect(rowOf(one, own).getByText('草稿')).toBeVisible();
  await expect(rowOf(two, other).getByText('草稿')).toBeVisible();
  await one.reload();
  await expect(valueOf(one, other)).toHaveValue('3');
  // The first tab does not know of it.
  await two.route('**/events*', (route) => route.abort());
  await two.reload();
  await expect(valueOf(two, own)).toHaveValue('2');
  await valueOf(one, own).fill('4');
  await expect.poll(() => storedOf(service, own)).toMatchObject({ value: '4' });
  await valueOf(two, own).fill('1');
  await expect(two.getByText(/他人已改为 4，您输入的是 1。/).or(rowOf(two, own).getByText('草稿'))).toBeVisible();
});

test('a session that ends while somebody types loses nothing', async ({ open, service }) => {
  const [own] = await newIndicators(service, '过期');
  const page = await open(ADDRESS, { as: OFFICE });
  await expect(valueOf(page, own)).toBeVisible();
  await page.context().clearCookies();
  await valueOf(page, own).fill('3');
  await expect(page.getByRole('heading', { name: '登录' })).toBeVisible();
  await page.context().addCookies([await service.cookieOf(OFFICE)]);
  await page.goto(ADDRESS);
  await expect(valueOf(page, own)).toHaveValue('3');
  await expect(rowOf(page, own).getByText('草稿')).toBeVisible();
  expect(await storedOf(service, own)).toMatchObject({ value: '3' });
});

test('an old tab says who is signed in on the computer now, keeps what was typed, and sends nothing in their name', async ({
  open,
  service,
}) => {
  const [own] = await newIndicators(service, '换人');
  const page = await open(ADDRESS, { as: OFFICE });
  await expect(valueOf(page, own)).toBeVisible();
  const other = await open('/', { as: HEAD, beside: page });
  await expect(other.getByRole('heading', { name: /张示范/ })).toBeVisible();
  await valueOf(page, own).fill('3');
  const notice = page.getByRole('dialog').getByRole('alert');
  await expect(notice.getByText('这台电脑上现在登录的是张示范')).toBeVisible();
  await expect(page.getByText(/CSRF/i)).toHaveCount(0);
  expect(await seriousFindings(page)).toEqual([]);
  await picture(page, 'signed-in-as-another');
  expect(await storedOf(service, own)).toBeNull();
  await notice.getByRole('button', { name: '以张示范的身份重新打开' }).click();
  await expect(valueOf(page, own)).toHaveValue('');
  await page.context().clearCookies();
  await page.context().addCookies([await service.cookieOf(OFFICE)]);
  await page.goto(ADDRESS);
  await expect(valueOf(page, own)).toHaveValue('3');
  await expect.poll(() => storedOf(service, own)).toMatchObject({ value: '3', authors: [OFFICE] });
});

const valueOf = (page: Page, { name }: Indicator) => page.getByLabel(`${name} 填报值`);

const rowOf = (page: Page, { name }: Indicator) => page.getByRole('row', { name }).first();

async function storedOf(service: Installation, { id }: Indicator): Promise<object | null> {
  const { status, body } = await service.request<object>('GET', `/indicators/${id}/progress/${MONTH}`);
  return status === 200 ? body : null;
}

/** As a colleague does. */
async function save(service: Installation, indicator: Indicator, body: object): Promise<void> {
  const stored = (await storedOf(service, indicator)) as { version: number } | null;
  const headers: Record<string, string> = stored ? { 'if-match': `"${stored.version}"` } : { 'if-none-match': '*' };
  const place = `/indicators/${indicator.id}/progress/${MONTH}`;
  const { status } = await service.request('PUT', place, { body, headers, as: HEAD });
  expect(status).toBeLessThan(300);
}
