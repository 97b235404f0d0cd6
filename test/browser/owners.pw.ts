// After an import: every indicator gets the section that enters it.
import { readFileSync } from 'node:fs';
import type { Locator, Page } from '@playwright/test';
import { fromProjectRoot } from '../../src/common/project-root.js';
import { CLERK, type Installation } from './support/installation.js';
import { picture } from './support/picture.js';
import { seriousFindings } from './support/serious-findings.js';
import { expect, PHONE, test } from './support/test.js';

test.use({ installation: 'owners' });

const PUBLISHED = readFileSync(fromProjectRoot('samples/2026-city-office-budget.txt'), 'utf8');
const INDICATORS = 32;

/** The published document of the sample year as that department's, adopted; some of its rows print their section. */
async function adopted(service: Installation, department: string, printed = ''): Promise<string> {
  const text = PUBLISHED.replaceAll('示例市人民政府办公室', department)
    .replace('分值权重\n', `分值权重${printed && '\t责任股室'}\n`)
    .replace(/(2026年工作计划\t\d+)\n/g, `$1${printed && `\t${printed}`}\n`);
  const { id } = await service.upload<{ id: string }>('/imports', new File([text], `${department}.txt`));
  const { body } = await service.request<{ targetSheetIds: string[] }>('POST', `/imports/${id}/adopt`, {
    body: { waivers: [0, 1, 2].map((sheet) => ({ sheet, reason: '按公布的权重' })) },
    headers: { 'if-match': '"1"' },
  });
  expect(body.targetSheetIds).toHaveLength(3);
  return id;
}

const boxes = (page: Page) => page.getByRole('table').locator('tbody').getByRole('checkbox');

test('an import without owners leads to them: 32 indicators in six clicks', async ({ open, service }) => {
  await adopted(service, '示例市档案局');
  const page = await open('/imports?state=adopted', { viewport: { width: 1440, height: 900 } });
  await page.getByRole('link', { name: `${INDICATORS} 项未指定股室` }).click();
  await expect(page.getByText(`未指定 ${INDICATORS}`)).toBeVisible();
  expect(await seriousFindings(page)).toEqual([]);

  let clicks = 0;
  const click = async (where: Locator, options?: Parameters<Locator['click']>[0]) => {
    clicks += 1;
    await where.click(options);
  };
  let left = INDICATORS;
  for (const [rows, section] of [
    [8, '收集股'],
    [14, '保管股'],
    [10, '利用股'],
  ] as const) {
    await click(boxes(page).first());
    await click(boxes(page).nth(rows - 1), { modifiers: ['Shift'] });
    await expect(page.getByText(`已选 ${rows} 项`)).toBeVisible();
    if (rows === 8) {
      await picture(page, 'owners-1440');
      // However far down one ticks, the bar that gives them away is in sight, below the page's header.
      await page.getByRole('table').locator('tbody').getByRole('row').last().scrollIntoViewIfNeeded();
      const [bar, head] = await Promise.all(['.owners-bar', '.header'].map((part) => page.locator(part).boundingBox()));
      expect(bar!.y).toBeGreaterThanOrEqual(head!.y + head!.height - 1);
      await expect(page.locator('.owners-bar')).toBeInViewport({ ratio: 1 });
      await page.evaluate(() => {
        scrollTo(0, 0);
      });
    }
    await expect(page.getByLabel('新股室的名称')).toBeFocused(); // after a range, the name is typed at once
    await page.keyboard.type(section);
    await page.keyboard.press('Enter');
    left -= rows;
    await expect(page.getByText(`未指定 ${left}`)).toBeVisible();
  }
  process.stdout.write(`${INDICATORS} indicators owned in ${clicks} clicks\n`);
  expect(clicks).toBeLessThanOrEqual(6);
  await expect(page.getByText('指标都有责任股室。')).toBeVisible();
  await picture(page, 'owners-none-left');

  await page.getByRole('button', { name: /撤\s*销/ }).click();
  await expect(page.getByText('未指定 10')).toBeVisible();
  await page.goto('/imports?state=adopted');
  await expect(page.getByRole('link', { name: '10 项未指定股室' })).toBeVisible();
});

test('what the document prints is taken in one click; who comes second is told', async ({ open, service }) => {
  const id = await adopted(service, '示例市统计局', '综合股');
  const { items } = await service.get<{ items: { id: string; name: string }[] }>('/departments?limit=500');
  const department = items.find(({ name }) => name === '示例市统计局')!.id;
  await service.request('POST', `/departments/${department}/sections`, { body: { name: '综合股' } });
  const mine = await open(`/indicators/owners?import=${id}`);
  const theirs = await open(`/indicators/owners?import=${id}&lang=en`, { colorScheme: 'dark' });
  await expect(theirs.getByText('The document or last year says whose 8 indicators are.')).toBeVisible();
  expect(await seriousFindings(theirs)).toEqual([]);
  await picture(theirs, 'owners-en-dark');
  await mine.getByRole('button', { name: '全部采纳' }).click();
  await expect(mine.getByText('已按建议指定 8 项指标。')).toBeVisible();
  await theirs.getByRole('button', { name: 'Take all' }).click();
  await expect(theirs.getByText('8 were not changed:')).toBeVisible();
  await expect(theirs.getByText(/Somebody else has changed this/).first()).toBeVisible();
});

test('a phone shows it whole, a clerk is told why not', async ({ open, service }) => {
  const id = await adopted(service, '示例市文旅局');
  const page = await open(`/indicators/owners?import=${id}`, { viewport: PHONE });
  await boxes(page).first().click();
  await expect(page.getByLabel('新股室的名称')).toBeVisible();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(PHONE.width);
  expect(await seriousFindings(page)).toEqual([]);
  await picture(page, 'owners-360');
  const clerk = await open('/indicators/owners', { as: CLERK });
  await expect(clerk.getByText(/您的角色是“填报人”/)).toBeVisible();
  await expect(clerk.getByRole('link', { name: '责任股室' })).toHaveCount(0);
});
