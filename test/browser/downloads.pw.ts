// Files come with a look at the answer first: what is no file is told, and never saved as one.
import { readFileSync, writeFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { picture } from './support/picture.js';
import { newIndicators } from './support/sheets.js';
import { expect, test } from './support/test.js';

const LARGE = 6_000_000;

test('a download after the session has ended goes on once its person has signed in again', async ({ open }) => {
  const page = await open('/imports?lang=en');
  const link = page.getByRole('link', { name: /workbook/i });
  await expect(link).toBeVisible();
  await page.context().clearCookies();
  await link.click();
  await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible();
  const saved = page.waitForEvent('download');
  await page.getByLabel('User name').fill('li.yangli');
  await page.getByLabel('Password').fill('three dry pears in May');
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  const download = await saved;
  expect(download.suggestedFilename()).toMatch(/\.xlsx$/);
  expect(
    readFileSync(await download.path())
      .subarray(0, 2)
      .toString(),
  ).toBe('PK');
  await expect(page.getByRole('alert')).toHaveCount(0);
});

test('a large file is left to the browser; one that is gone is told in words', async ({ open, service }) => {
  const [indicator] = await newIndicators(service, '大附件');
  const page = await open(`/entry?month=2026-08`);
  const pdf = test.info().outputPath('扫描件.pdf');
  writeFileSync(pdf, Buffer.concat([await (await open('/', { as: null })).pdf(), Buffer.alloc(LARGE, '% 0123456\n')]));
  await page
    .getByRole('row', { name: indicator.name })
    .getByRole('button', { name: /说\s*明/ })
    .click();
  await page.locator('input[type=file]').setInputFiles(pdf);
  const link = page.getByRole('link', { name: '扫描件.pdf' });
  await expect(link).toBeVisible();
  const asked = requestsFor(page, (await link.getAttribute('href'))!);
  const [download] = await Promise.all([page.waitForEvent('download'), link.click()]);
  expect(readFileSync(await download.path()).equals(readFileSync(pdf))).toBe(true);
  expect(download.suggestedFilename()).toBe('扫描件.pdf');
  expect(download.url()).toContain('/evidence/'); // and not from memory
  expect(asked()).toBe(1); // the look at the answer; the browser's own is none of the page's

  const id = /evidence\/([^/]+)/.exec(download.url())![1]!;
  expect((await service.request('DELETE', `/evidence/${id}`)).status).toBe(204);
  await link.click();
  const alert = page.getByRole('alert').filter({ hasText: '没有下载成功' });
  await expect(alert).toContainText('找不到');
  await picture(page, 'download-gone');
});

function requestsFor(page: Page, address: string): () => number {
  let count = 0;
  page.on('request', (request) => {
    if (request.url().endsWith(address) && !request.isNavigationRequest()) count += 1;
  });
  return () => count;
}
