// What is missing of all departments: exported, and asked for together.
import { readFileSync } from 'node:fs';
import { HEAD } from './support/installation.js';
import { picture } from './support/picture.js';
import { seriousFindings } from './support/serious-findings.js';
import { expect, PHONE, test } from './support/test.js';

test.use({ installation: 'missing-work' });

const LARGE = { width: 1440, height: 900 };

test('who owes what is listed, exported, and reminded after a look at how many get a mail', async ({ open }) => {
  const page = await open('/months', { viewport: LARGE });
  await page.getByRole('button', { name: '欠报清单' }).click();
  const dialog = page.getByRole('dialog');
  const all = dialog.getByRole('button', { name: /^催一下这 \d+ 项$/ });
  await expect(all).toBeVisible();
  await expect(dialog.getByRole('row').nth(1)).toContainText(/逾期|天|未到截止/);
  await picture(page, 'missing-1440');
  for (const [name, beginning] of [
    ['导出 Excel', 'PK'],
    ['导出 CSV', '\u{FEFF}部门,月份'],
  ] as const) {
    const [download] = await Promise.all([page.waitForEvent('download'), dialog.getByRole('link', { name }).click()]);
    expect(readFileSync(await download.path(), 'utf8').startsWith(beginning)).toBe(true);
  }
  await all.click();
  const said = dialog.getByRole('status');
  await expect(said).toContainText(/将有 \d+ 人各收到一封邮件/);
  const people = Number(/\d+/.exec((await said.textContent()) ?? '')?.[0]);
  expect(people).toBeGreaterThan(0);
  await picture(page, 'missing-preview-1440');
  expect(await seriousFindings(page)).toEqual([]);
  await dialog.getByRole('button', { name: `发送提醒给 ${people} 人` }).click();
  await expect(said).toContainText(`已提醒 ${people} 人`);
  await expect(dialog.getByText(/^✓ 已提醒/).first()).toBeVisible();
  await picture(page, 'missing-told-1440');

  // Once a day: whoever asks again is told that everybody has been.
  await page.reload();
  await all.click();
  await expect(said).toContainText('将有 0 人');
  await expect(said).toContainText(/今天已经为这一项催过了/);
  await expect(dialog.getByRole('button', { name: '发送提醒给 0 人' })).toBeDisabled();
  await page.setViewportSize(PHONE);
  expect(await seriousFindings(page)).toEqual([]);
  await picture(page, 'missing-360');
});

test('a head sees the own department only', async ({ open }) => {
  const page = await open('/months?missing=open&lang=en', { as: HEAD, viewport: LARGE });
  await expect(page.getByRole('dialog', { name: /What is missing of/ })).toBeVisible();
  await picture(page, 'missing-head-en');
});
