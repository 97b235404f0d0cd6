// The auditor's page: in words, sought, opened line by line, and taken away as a table.
import { readFileSync } from 'node:fs';
import { looked } from './support/looked.js';
import { picture } from './support/picture.js';
import { seriousFindings } from './support/serious-findings.js';
import { DESK, expect, test } from './support/test.js';

test.use({ installation: 'audit' });

test('lines are told in words, sought, opened, and exported; the export is a line, too', async ({ open, service }) => {
  const { version, ...rules } = await service.get<{ version: number }>('/reminders/rules');
  const headers = { 'If-Match': `"${version}"` };
  expect((await service.request('PUT', '/reminders/rules', { body: { ...rules, sendHour: 8 }, headers })).status).toBe(
    200,
  );

  const page = await open('/audit', { as: 'auditor', viewport: { width: 1440, height: 900 } });
  const changed = page.getByRole('row', { name: /设置：修改/ }).first();
  await expect(changed).toBeVisible();
  await looked(page, 'audit');
  await page.setViewportSize(DESK);
  await changed.getByRole('button', { name: /展开|expand/i }).click();
  await expect(page.getByRole('columnheader', { name: '之前' })).toBeVisible();
  await expect(page.locator('.audit-change')).toContainText('sendHour');
  await picture(page, 'audit-line');
  expect(await seriousFindings(page)).toEqual([]);

  await page.getByRole('combobox', { name: '操作' }).fill('登录');
  await page.getByRole('combobox', { name: '操作' }).press('Enter');
  await expect(page.getByText('设置：修改')).toHaveCount(0);
  await expect(page.getByText('登录：开始').first()).toBeVisible();
  await page.getByLabel('从', { exact: true }).fill('2030-01-01');
  await expect(page.getByText('没有符合条件的记录。')).toBeVisible();
  await page.getByLabel('从', { exact: true }).fill('');
  await expect(page.getByText('登录：开始').first()).toBeVisible();

  const waiting = page.waitForEvent('download');
  await page.getByRole('link', { name: '导出表格（CSV）' }).click();
  const file = readFileSync(await (await waiting).path(), 'utf8');
  expect(file).toContain('session.begun');
  expect(file).not.toContain('setting.changed');
  await page.goto('/audit?action=audit_log');
  await expect(page.getByText('审计日志：导出')).toBeVisible();
});
