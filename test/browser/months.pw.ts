// The months of all departments: closed after a look at what they lack, reopened with a reason.
import { HEAD } from './support/installation.js';
import { picture } from './support/picture.js';
import { seriousFindings } from './support/serious-findings.js';
import { expect, PHONE, test } from './support/test.js';

test.use({ installation: 'months' });

const OCTOBER = /2026年10月：/;

test('a month is closed in two clicks; who closes it at the same time is told, and it is reopened with a reason', async ({
  open,
}) => {
  const mine = await open('/months', { viewport: { width: 1440, height: 900 } });
  const theirs = await open('/months');
  const cell = (page: typeof mine) => page.getByRole('button', { name: OCTOBER });
  await expect(cell(mine)).toBeVisible();
  expect(await seriousFindings(mine)).toEqual([]);
  await picture(mine, 'months-1440');
  await cell(theirs).click();
  await cell(mine).click();
  const dialog = mine.getByRole('dialog');
  await expect(dialog.getByText(/项指标没有提交/)).toBeVisible();
  expect(await seriousFindings(mine)).toEqual([]);
  await picture(mine, 'month-close');
  await dialog.getByRole('button', { name: /未报齐也关闭|关闭本月/ }).click();
  await expect(dialog).toBeHidden();
  await expect(mine.getByRole('button', { name: /2026年10月：\s*已关闭/ })).toBeVisible();

  const entry = await open('/entry?month=2026-10');
  await expect(entry.getByText(/2026年10月已关闭，不能再填/)).toBeVisible();
  const locked = entry.getByRole('row').filter({ hasText: '本月已关闭' });
  await expect(locked.first().getByRole('textbox').first()).toBeDisabled();
  await picture(entry, 'entry-closed');
  await entry.goto('/entry?month=2026-10&view=year');
  await expect(entry.getByRole('columnheader', { name: '10月 已关闭' })).toBeVisible();

  await theirs
    .getByRole('dialog')
    .getByRole('button', { name: /未报齐也关闭|关闭本月/ })
    .click();
  // The grid of the second tab looks afresh only when it is told: the refusal brings what holds now.
  const elsewhere = theirs.getByRole('dialog');
  await expect(elsewhere.getByRole('alert')).toHaveText(/本月已由 李样例 于 .* 关闭。/);
  await expect(elsewhere.getByLabel('原因')).toHaveCount(0); // nothing is asked anew under their hands
  await picture(theirs, 'month-closed-elsewhere');
  await elsewhere.getByRole('button', { name: '按现在的状态处理' }).click();
  await expect(elsewhere.getByLabel('原因')).toBeVisible();

  await mine.getByRole('button', { name: /2026年10月：\s*已关闭/ }).click();
  await dialog.getByLabel('原因').fill('补录十月数据');
  await dialog.getByLabel(/^开放至/).fill('2026-11-20');
  await picture(mine, 'month-reopen');
  await dialog.getByRole('button', { name: /重新开放/ }).click();
  await expect(dialog).toBeHidden();
  const reopened = mine.getByRole('button', { name: /2026年10月：\s*已重新开放/ });
  await expect(reopened).toBeVisible();
  await reopened.click();
  await expect(dialog).toContainText('开放至 2026年11月20日（含当日）');
  await expect(dialog).toContainText(/李样例 于 .* 重新开放：补录十月数据/);
  await picture(mine, 'month-reopened');
});

test('of a single department the month that needs something first is told without a click', async ({ open }) => {
  const page = await open('/months', { viewport: { width: 1440, height: 900 } });
  const first = page.getByRole('region', { name: /先办这个月/ });
  await expect(first.getByText('关闭前核对')).toBeVisible();
  await picture(page, 'months-first');
  const head = await open('/months', { as: HEAD });
  await expect(head.getByText(/关闭和重新开放由绩效办办理/)).toBeVisible();
  await expect(head.getByText(/可关闭|关闭前核对/)).toHaveCount(0);
  await picture(head, 'months-head');
});

test('a month names what it lacks and whom to ask, who is reminded once a day', async ({ open }) => {
  const page = await open('/months', { viewport: { width: 1440, height: 900 } });
  const first = page.getByRole('region', { name: /先办这个月/ });
  const counted = Number(
    /(\d+) 项/.exec(
      (await first
        .getByText(/项.*未/)
        .first()
        .textContent()) ?? '',
    )?.[1],
  );
  const lines = first.getByRole('row').filter({ has: page.getByRole('button', { name: /^催一下：/ }) });
  await expect(lines).toHaveCount(counted);
  const name = await lines.first().getByRole('link').textContent();
  await lines
    .first()
    .getByRole('button', { name: `催一下：“${name}”` })
    .click();
  await expect(
    lines
      .first()
      .or(first.getByRole('status'))
      .getByText(/已提醒/)
      .first(),
  ).toBeVisible();
  await picture(page, 'months-missing', { fullPage: true });
  await page.reload();
  await first.getByRole('button', { name: `催一下：“${name}”` }).click();
  await expect(first.getByRole('alert')).toContainText('今天');
});

for (const viewport of [PHONE, { width: 1024, height: 768 }])
  test(`at ${viewport.width} px the grid begins with the month that is reported now`, async ({ open }) => {
    const page = await open('/months', { viewport });
    await expect(page.getByRole('button', { name: OCTOBER })).toBeInViewport({ ratio: 1 });
    await picture(page, `months-${viewport.width}`);
  });

test('a phone scrolls the grid and not the page; a head looks on', async ({ open }) => {
  const page = await open('/months?lang=en', { viewport: PHONE, colorScheme: 'dark' });
  await expect(page.getByRole('button', { name: /October 2026/ })).toBeVisible();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(PHONE.width);
  expect(await seriousFindings(page)).toEqual([]);
  await picture(page, 'months-360-en-dark');
  const head = await open('/months', { as: HEAD });
  await head.getByRole('button', { name: /2026年9月：/ }).click();
  await expect(head.getByRole('dialog')).toBeVisible();
  await expect(head.getByRole('dialog').getByRole('button', { name: /关闭本月|未报齐也关闭|重新开放/ })).toHaveCount(0);
});
