// Departments, sections and contacts: made, changed, disabled, and who is missing.
import { picture } from './support/picture.js';
import { seriousFindings } from './support/serious-findings.js';
import { expect, PHONE, test } from './support/test.js';

test.use({ installation: 'organisation' });

test('a department gets a section and a contact, and says until then whom it lacks', async ({ open }) => {
  const page = await open('/organisation', { viewport: { width: 1440, height: 900 } });
  const dialog = page.getByRole('dialog');
  const save = dialog.getByRole('button', { name: /保\s*存/ });
  await page.getByRole('button', { name: '新建部门' }).click();
  await dialog.getByLabel('部门名称').fill('示例市水利局');
  expect(await seriousFindings(page)).toEqual([]);
  await save.click();
  await expect(page.getByRole('heading', { name: '示例市水利局' })).toBeVisible();
  await expect(page.getByText('还没有联系人，提醒无人接收。')).toBeVisible();

  await page.getByRole('button', { name: '新建股室' }).click();
  await dialog.getByLabel('股室名称').fill('规划股');
  await save.click();
  const section = page.getByRole('row', { name: /^规划股/ });
  await expect(section.getByText('缺填报人')).toBeVisible();

  await page.getByRole('button', { name: '登记联系人' }).click();
  await dialog.getByLabel('姓名').fill('沈举例');
  await dialog.getByLabel('邮箱').fill('不是邮箱');
  await dialog.getByLabel('股室').click();
  await page.getByTitle('规划股').click();
  await save.click();
  await expect(dialog.getByText('请填写邮箱')).toBeVisible();
  expect(await seriousFindings(page)).toEqual([]);
  await picture(page, 'contact-form');
  await dialog.getByLabel('邮箱').fill('shen.juli@example.org');
  await save.click();
  await expect(dialog).toBeHidden();
  await expect(section.getByText('沈举例')).toBeVisible();
  await expect(page.getByRole('button', { name: /示例市水利局/ }).getByText('缺负责人')).toBeVisible();
  await page.getByRole('button', { name: '停用“规划股”' }).click();
  await page
    .getByRole('tooltip')
    .getByRole('button', { name: /停\s*用/ })
    .click();
  await expect(section.getByText('已停用')).toBeVisible();
  await page.getByRole('button', { name: /示例市人民政府办公室/ }).click();
  await expect(page.getByRole('cell', { name: 'chen.yanshi@example.org' })).toBeVisible();
  await picture(page, 'organisation-1440');
  expect(await seriousFindings(page)).toEqual([]);
});

test('a phone shows it below each other, and a clerk is told why not', async ({ open, service }) => {
  const { items } = await service.get<{ items: { id: string }[] }>('/departments');
  const page = await open(`/organisation?department=${items[0]!.id}&lang=en`, { viewport: PHONE, colorScheme: 'dark' });
  await expect(page.getByText('chen.yanshi@example.org')).toBeVisible();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(PHONE.width);
  expect(await seriousFindings(page)).toEqual([]);
  await picture(page, 'organisation-360-en-dark', { fullPage: true });
  const clerk = await open('/organisation', { as: 'chen.yanshi' });
  await expect(clerk.getByText(/您的角色是“填报人”/)).toBeVisible();
});
