// What goes for good says first what hangs on it; duties go over to another in one step.
import type { Installation } from './support/installation.js';
import { picture } from './support/picture.js';
import { seriousFindings } from './support/serious-findings.js';
import { expect, PHONE, test } from './support/test.js';

test.use({ installation: 'changed-organisation' });

const LARGE = { width: 1440, height: 900 };

interface Section {
  readonly id: string;
  readonly name: string;
}

const departmentOf = async (service: Installation) =>
  (await service.get<{ items: { id: string; name: string }[] }>('/departments')).items.find(({ name }) =>
    name.includes('办公室'),
  )!;

test('a section, a person and a department say what hangs on them before they are deleted', async ({
  open,
  service,
}) => {
  const { id } = await departmentOf(service);
  await service.request('POST', `/departments/${id}/sections`, { body: { name: '临时股' } });
  const body = { name: '张临时', email: 'temp@example.org', duty: 'reporter', departmentId: id, sectionId: null };
  await service.request('POST', '/contacts', { body });
  await service.request('POST', '/departments', { body: { name: '空部门' } });
  const page = await open('/organisation', { viewport: LARGE });
  await page.getByRole('button', { name: /^示例市人民政府办公室/ }).click();
  const dialog = page.getByRole('dialog');
  await page.getByRole('button', { name: '删除“秘书股”' }).click();
  await expect(dialog).toContainText(/\d+ 项指标由它负责/);
  await expect(dialog.getByRole('button', { name: '删除，不能撤销' })).toBeDisabled();
  expect(await seriousFindings(page)).toEqual([]);
  await picture(page, 'remove-section-1440');
  await dialog.getByRole('button', { name: /取\s*消/ }).click();
  await page.getByRole('button', { name: '删除“临时股”' }).click();
  await dialog.getByRole('button', { name: '删除，不能撤销' }).click();
  await expect(page.getByRole('row', { name: /临时股/ })).toHaveCount(0);
  await page.getByRole('button', { name: '删除“张临时”' }).click();
  await expect(dialog).toContainText('temp@example.org 不再收到这项职责的提醒');
  await dialog.getByRole('button', { name: '删除，不能撤销' }).click();
  await expect(page.getByRole('row', { name: /张临时/ })).toHaveCount(0);
  await page.getByRole('button', { name: /^删除“.*办公室”/ }).click();
  await expect(dialog).toContainText(/有 \d+ 张绩效目标表，有历史的部门不能删除/);
  await expect(dialog.getByRole('button', { name: '删除，不能撤销' })).toBeDisabled();
  await picture(page, 'remove-department-1440');
  await dialog.getByRole('button', { name: /取\s*消/ }).click();
  await picture(page, 'organisation-aliases-1440', { fullPage: true });
  await page.setViewportSize(PHONE);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(PHONE.width);
  await picture(page, 'organisation-360', { fullPage: true });
});

test('a former name stands among the other names, and goes after a question', async ({ open, service }) => {
  const { body: made } = await service.request<{ id: string; version: number }>('POST', '/departments', {
    body: { name: '旧名局' },
  });
  await service.request('PATCH', `/departments/${made.id}`, {
    body: { name: '新名局' },
    headers: { 'if-match': `"${made.version}"` },
  });
  const page = await open('/organisation', { viewport: LARGE });
  await page.getByRole('button', { name: /^新名局/ }).click();
  const names = page.getByRole('region', { name: '别名' });
  await expect(names).toContainText('旧名局');
  await expect(names).toContainText('曾用名');
  await names.getByRole('button', { name: '删除“旧名局”' }).click();
  await page
    .getByRole('tooltip')
    .getByRole('button', { name: /删\s*除/ })
    .click();
  await expect(names).toContainText('没有别名');
});

test('duties go over to another account in one step, after a look at what goes', async ({ open, service }) => {
  const department = await departmentOf(service);
  const { items } = await service.get<{ items: Section[] }>(`/departments/${department.id}/sections`);
  const page = await open('/users?lang=zh', { as: 'secadmin', viewport: LARGE });
  const row = page.getByRole('row').filter({ hasText: 'chen.yanshi' });
  await row.getByRole('button', { name: /^移交职责：/ }).click();
  const dialog = page.getByRole('dialog');
  const own = items.find(({ name }) => name === '秘书股')!;
  await expect(dialog).toContainText(`负责的股室转给接替人：${own.name}`);
  await expect(dialog).toContainText('以其身份登记的联系人转给接替人');
  expect(await seriousFindings(page)).toEqual([]);
  await picture(page, 'handover-1440');
});
