// The rules of scoring in words, and what other rules would change.
import { picture } from './support/picture.js';
import { seriousFindings } from './support/serious-findings.js';
import { expect, PHONE, test } from './support/test.js';

test.use({ installation: 'policies' });

const LARGE = { width: 1440, height: 900 };

test('a policy is read in words, and what it would change stands beside it', async ({ open }) => {
  const page = await open('/policies?policy=local-strict&month=2026-10', { viewport: LARGE });
  const rules = page.getByRole('region', { name: '规则' });
  await expect(rules.getByText('超过目标 30% 及以上的，扣 2 分')).toBeVisible();
  await expect(rules.getByText(/≠ .*标记提示，不扣分/)).toBeVisible();
  const comparison = page.getByRole('region', { name: '若按这套规则评分' });
  await expect(comparison.getByRole('status')).toContainText(/共 3 张表：\d+ 张升分，\d+ 张降分/);
  await picture(page, 'policies-1440', { fullPage: true });
  await expect(comparison).toContainText('没有变化');
  await expect(comparison.getByRole('row')).toHaveCount(4); // what stays is better than an empty table
  expect(await seriousFindings(page)).toEqual([]);
  await page.getByText('规则原文').click();
  await expect(page.getByText('"name": "local-strict"')).toBeVisible();
  await page.setViewportSize(PHONE);
  expect(await seriousFindings(page)).toEqual([]);
  await picture(page, 'policies-360', { fullPage: true });
});

test('rules are checked while they are written, at their places, and compared once they are right', async ({
  open,
}) => {
  const page = await open('/policies?policy=own-rules&month=2026-10', { viewport: LARGE });
  const text = page.getByLabel(/规则（JSON）/);
  await page.getByRole('button', { name: '地方从严规则' }).click();
  await expect(page.getByText('规则无误')).toBeVisible();
  const comparison = page.getByRole('region', { name: '若按这套规则评分' });
  const means = comparison.getByRole('status').locator('strong');
  const before = await means.textContent();
  const written = await text.inputValue();
  await text.fill(written.replace('"amber": "0.8"', '"amber": "1.5"').replace('"equalsAbove": "symmetric",', ''));
  const problems = page.getByRole('alert');
  await expect(problems).toContainText('equalsAbove');
  await expect(comparison).toContainText('规则无误后');
  await text.fill(written.replace('"amber": "0.8"', '"amber": "1.5"'));
  const line = written.slice(0, written.indexOf('"amber"')).split('\n').length;
  await expect(problems).toContainText('lights › amber');
  await problems.getByRole('button', { name: `第 ${line} 行` }).click();
  await expect(text).toBeFocused();
  expect(
    await text.evaluate((area: HTMLTextAreaElement) => area.value.slice(area.selectionStart, area.selectionEnd)),
  ).toContain('"amber": "1.5"');
  await picture(page, 'policies-wrong-1440', { fullPage: true });
  await text.fill(written.slice(0, 40));
  await expect(problems).toContainText('不是有效的 JSON');
  await text.fill(written.replace('"threshold": "0.30"', '"threshold": "0"'));
  await expect(means).toBeVisible();
  expect(await means.textContent()).not.toBe(before);
  await expect(comparison.getByRole('status')).toContainText(/[1-9] 张降分/);
  await comparison.getByText('指标', { exact: true }).click();
  const first = comparison.getByRole('row').nth(1);
  await expect(first.getByRole('link')).toHaveAttribute('href', /^\/indicators\//);
  await expect(first).toContainText('−2.00');
  await picture(page, 'policies-own-1440', { fullPage: true });
  await page.getByRole('link', { name: '绩效目标表' }).click();
  await page.goBack();
  await expect(text).toHaveValue(/"threshold": "0"/); // nothing is lost by looking elsewhere
  expect(await seriousFindings(page)).toEqual([]);
});
