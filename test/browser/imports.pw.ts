// Documents come in: dropped, doubted, repaired, adopted, and taken back.
import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { fromProjectRoot } from '../../src/common/project-root.js';
import { picture } from './support/picture.js';
import { seriousFindings } from './support/serious-findings.js';
import { expect, PHONE, test } from './support/test.js';

test.use({ installation: 'imports' });

/** Of weights that do not give 100. */
const REASON = /^例如：按公布的权重/;
const PUBLISHED = readFileSync(fromProjectRoot('samples/2026-city-office-budget.txt'), 'utf8');

/** The published document of the sample year, as another department would have published it. */
const documentOf = (department: string) => ({
  name: `${department}.txt`,
  mimeType: 'text/plain',
  buffer: Buffer.from(PUBLISHED.replaceAll('示例市人民政府办公室', department)),
});
const RUBBISH = {
  name: '乱码.pdf',
  mimeType: 'application/pdf',
  buffer: Buffer.from(Array.from({ length: 999 }, (_, n) => (n * 7919) % 251)),
};

const adopting = (page: Page) => page.getByRole('button', { name: /^采\s*用$/ });

test('a document becomes targets in the page, and is taken back with a reason', async ({ open, service }) => {
  const page = await open('/imports');
  await page.locator('input[type=file]').setInputFiles(documentOf('示例市档案局'));
  await expect(page.getByRole('heading', { name: '示例市档案局.txt' })).toBeVisible();
  expect(await seriousFindings(page)).toEqual([]);
  await picture(page, 'import-draft');

  // A row is changed: what is stored is what is shown then.
  const row = page.getByRole('row').filter({ hasText: /次/ }).first();
  await row.getByRole('button', { name: /^修改/ }).click();
  const form = page.getByRole('dialog');
  expect(await seriousFindings(page)).toEqual([]);
  await form.getByLabel('权重').fill('-5');
  await form.getByLabel('目标值').fill('≥');
  await form.getByRole('button', { name: /保\s*存/ }).click();
  await expect(form.getByText('应为不小于 0 的数字')).toBeVisible(); // without asking the service
  await form.getByLabel('权重').fill('10');
  await form.getByRole('button', { name: /保\s*存/ }).click();
  await expect(form.getByText('看不懂目标值“≥”')).toBeVisible(); // refused by the service, said at the field
  await expect(page.getByText('看不懂目标值“≥”')).toHaveCount(1); // and not on the page behind
  await picture(page, 'import-row-refused');
  await form.getByLabel('目标值').fill('≥61次');
  await form.getByRole('button', { name: /保\s*存/ }).click();
  await expect(form).toBeHidden();
  await expect(page.getByRole('cell', { name: '≥ 61 次' })).toBeVisible();
  await page.reload();
  await expect(page.getByRole('cell', { name: '≥ 61 次' })).toBeVisible();
  await page.getByRole('button', { name: '修改记录' }).click();
  await expect(page.getByRole('dialog').getByText(/→ ≥61次/)).toBeVisible();
  await page
    .getByRole('dialog')
    .getByRole('button', { name: 'Close' })
    .or(page.locator('.ant-drawer-close'))
    .first()
    .click();

  await adopting(page).click();
  await expect(form.getByText(/将采用/)).toBeVisible();
  await expect(form.getByText(/从2026年11月起填报，以前各月不再催报/)).toBeVisible(); // October was due some days ago
  expect(await seriousFindings(page)).toEqual([]);
  await picture(page, 'import-adopt');
  // From the month that is proposed back to January, which is the year as a whole.
  await form.getByRole('combobox', { name: '从哪个月起填报' }).click();
  const choices = page.locator('.ant-select-item-option');
  await expect(choices.first()).toHaveText('2026年11月');
  await expect(choices.nth(1)).toHaveText('2026年10月');
  await page.keyboard.press('ArrowUp'); // round to the other end
  await expect(choices.last()).toHaveText('2026年1月（逐月补填）');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  const adopt = form.getByRole('button', { name: '采用 3 张表' });
  const reasons = form.getByPlaceholder(REASON);
  await expect(reasons.first()).toHaveValue(''); // nobody has said anything yet
  // What is missing is said, and the button leads there instead of being grey.
  await reasons.last().focus();
  await adopt.click();
  await expect(reasons.first()).toBeFocused();
  await reasons.last().focus();
  await form.getByRole('button', { name: /还须写明 \d 张表的采用原因/ }).click();
  await expect(reasons.first()).toBeFocused();
  await expect(form.getByRole('checkbox', { name: /新设股室“秘书股”（文件正文提到）/ })).toBeChecked();
  await expect(form.getByRole('checkbox', { name: /目标 3 可能由“议案、提案办结率”反映/ })).not.toBeChecked();
  await reasons.first().fill('按公布的权重');
  await expect(reasons.last()).toHaveValue('按公布的权重');
  await expect(form.getByRole('button', { name: /还须写明/ })).toHaveCount(0);
  await adopt.click();
  await expect(form.getByText('已采用 3 张表')).toBeVisible();
  await form.getByRole('button', { name: /完\s*成/ }).click();
  await expect(page.getByText(/共 3 张表/)).toBeVisible();
  const { items } = await service.get<{ items: { department: { name: string } }[] }>('/target-sheets?year=2026');
  expect(items.filter(({ department }) => department.name === '示例市档案局')).toHaveLength(3);
  const listed = await service.get<{ items: { department: { name: string }; firstMonth: string | null }[] }>(
    '/indicator-months?year=2026&limit=200',
  );
  const months = listed.items.flatMap(({ department, firstMonth }) =>
    department.name === '示例市档案局' ? [firstMonth] : [],
  );
  expect(new Set(months)).toEqual(new Set(['2026-11', null])); // what is due once a year has none

  await page.getByRole('button', { name: '撤销采用' }).click();
  await form.getByLabel('原因').fill('上传了旧版文件');
  await form.getByRole('button', { name: '撤销采用' }).click();
  await expect(adopting(page)).toBeVisible();
});

test('one answer settles all doubts of a kind, and can be taken back', async ({ open }) => {
  const page = await open('/imports');
  await page.locator('input[type=file]').setInputFiles(documentOf('示例市统计局'));
  const group = page.getByText('赋分规则与目标值不相称');
  await expect(group).toBeVisible();
  await page.getByRole('button', { name: /按评判等级赋分 \(\d+\)/ }).click();
  await expect(group).toBeHidden();
  await page.getByText(/^已答 \d+$/).click();
  await expect(page.getByText(/^✓ .*按评判等级赋分/).first()).toBeVisible(); // the words of the button
  await expect(page.getByText(/第 \d+ 行/).first()).toBeVisible();
  await page
    .getByRole('button', { name: /撤\s*销/ })
    .first()
    .click();
  await page.getByText('待答', { exact: true }).click();
  await expect(group).toBeVisible();
});

test('of many documents each says what became of it, rubbish too, and the page may be left', async ({ open }) => {
  const page = await open('/imports');
  await page
    .locator('input[type=file]')
    .setInputFiles([documentOf('示例市民政局'), RUBBISH, documentOf('示例市司法局')]);
  await expect(page).toHaveURL(/batch=/);
  const drafts = page.getByRole('region', { name: '草稿' });
  await expect(drafts.getByRole('link', { name: '示例市司法局.txt' })).toBeVisible(); // without reloading
  await page.goto('/imports');
  await page.getByRole('button', { name: /最近一批/ }).click();
  await expect(page.getByText('已读完 3 个文件，其中 1 个没有读成。')).toBeVisible();
  await expect(page.getByRole('row', { name: /乱码\.pdf/ }).getByText('没有读成')).toBeVisible();
  await picture(page, 'import-batch');
  expect(await seriousFindings(page)).toEqual([]);
  await page
    .getByRole('row', { name: /示例市民政局/ })
    .first()
    .getByRole('link')
    .click();
  await expect(page.getByRole('heading', { name: '示例市民政局.txt' })).toBeVisible();
});

test('who changes a draft that somebody else has changed meanwhile is told, and loses nothing', async ({ open }) => {
  const mine = await open('/imports');
  await mine.locator('input[type=file]').setInputFiles(documentOf('示例市水利局'));
  await expect(mine.getByRole('heading', { name: '示例市水利局.txt' })).toBeVisible();
  const theirs = await open(new URL(mine.url()).pathname);
  const answer = (page: typeof mine) => page.getByRole('button', { name: /原文如此，照此采用 \(\d+\)/ }).first();
  await expect(answer(theirs)).toBeVisible();
  await answer(mine).click();
  await expect(mine.getByText(/^已答 [1-9]/)).toBeVisible();
  await answer(theirs).click();
  await expect(theirs.getByRole('alert')).toBeVisible();
  await expect(theirs.getByText(/^已答 [1-9]/)).toBeVisible();
});

test('a phone shows the draft below its doubts, and nothing is cut off', async ({ open }) => {
  const page = await open('/imports?lang=en', { viewport: PHONE });
  await page.locator('input[type=file]').setInputFiles(documentOf('示例市文旅局'));
  await expect(page.getByRole('button', { name: 'Adopt', exact: true })).toBeVisible();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(PHONE.width);
  expect(await seriousFindings(page)).toEqual([]);
  await picture(page, 'import-phone');
});

test('nobody but the office and heads finds the page', async ({ open }) => {
  const page = await open('/imports', { as: 'chen.yanshi' });
  await expect(page.getByText(/没有权限/)).toBeVisible();
  await expect(page.getByRole('link', { name: '导入' })).toHaveCount(0);
});

test('with two seconds to each answer a document is adopted once, and says that it is at work', async ({
  open,
  service,
}) => {
  const page = await open('/imports');
  const network = await page.context().newCDPSession(page);
  const slow = { latency: 2_000, downloadThroughput: 50_000, uploadThroughput: 50_000 };
  await network.send('Network.emulateNetworkConditions', { offline: false, ...slow });
  await page.locator('input[type=file]').setInputFiles(documentOf('示例市林草局'));
  await expect(page.getByRole('progressbar').or(page.getByRole('status')).first()).toBeVisible();
  await adopting(page).click();
  const dialog = page.getByRole('dialog');
  const confirm = dialog.getByRole('button', { name: '采用 3 张表' });
  await dialog.getByPlaceholder(REASON).first().fill('按公布的权重');
  await confirm.dblclick();
  await expect(confirm).toHaveClass(/loading/);
  await expect(dialog.getByText('已采用 3 张表')).toBeVisible();
  const { items } = await service.get<{ items: { department: { name: string } }[] }>('/target-sheets?year=2026');
  expect(items.filter(({ department }) => department.name === '示例市林草局')).toHaveLength(3);
});
