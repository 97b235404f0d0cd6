// 佐证资料: real files, from the drop to the download.
import assert from 'node:assert/strict';
import { Buffer } from 'node:buffer';
import { readFileSync } from 'node:fs';
import path from 'node:path';

const NAME = '附件事项';

export async function evidencePages(test) {
  const [{ id: sheet }] = (await test.service.request('GET', '/target-sheets')).body.items;
  const created = await test.service.request('POST', `/target-sheets/${sheet}/commitments`, {
    level1: '产出指标',
    level2: '数量指标',
    name: NAME,
    raw: '>=4篇',
  });
  assert.equal(created.status, 201);
  const pdf = path.join(test.folder, '会议纪要.pdf');
  const printer = await test.open('/', { as: null });
  await printer.pdf({ path: pdf });
  await printer.context().close();

  const opened = async (month) => {
    const page = await test.open(`/entry?month=${month}`);
    const row = page.getByRole('row', { name: new RegExp(NAME) });
    await row.getByRole('button', { name: /说\s*明/ }).click();
    await page.getByText('还没有佐证资料。').waitFor();
    return page;
  };

  await test.check('a file is added to a month, downloaded as it was, seen at the indicator, and removed', async () => {
    const page = await opened('2026-08');
    await page.locator('input[type=file]').setInputFiles(pdf);
    const link = page.getByRole('link', { name: '会议纪要.pdf' });
    await link.waitFor();
    const [download] = await Promise.all([page.waitForEvent('download'), link.click()]);
    assert.deepEqual(readFileSync(await download.path()), readFileSync(pdf));
    await page.screenshot({ path: `${test.shots}/evidence.png`, fullPage: true });

    const indicator = await test.open(`/indicators/${created.body.id}?month=2026-08`);
    await indicator.getByRole('link', { name: '会议纪要.pdf' }).waitFor();

    await page.getByRole('button', { name: '移除 会议纪要.pdf' }).click();
    await page.getByRole('tooltip').getByRole('button').last().click();
    await page.getByText('还没有佐证资料。').waitFor();
  });

  await test.check(
    'a file whose content is not what its name says is refused in the words of the service',
    async () => {
      const page = await opened('2026-08');
      const buffer = Buffer.from('MZ is no picture');
      await page.locator('input[type=file]').setInputFiles({ name: '照片.png', mimeType: 'image/png', buffer });
      await page
        .getByRole('alert')
        .getByText(/照片\.png.*扩展名/)
        .waitFor();
    },
  );

  await test.check('the same file in a second month is taken, with a word of where it stands already', async () => {
    const page = await opened('2026-08');
    await page.locator('input[type=file]').setInputFiles(pdf);
    await page.getByRole('link', { name: '会议纪要.pdf' }).waitFor();
    const other = await opened('2026-09');
    await other.getByText('沿用其他月份的资料').click();
    await other.getByLabel('哪个月').click();
    await other.getByTitle('2026-08').click();
    await other.getByRole('button', { name: '用于本月' }).click();
    await other.getByText(`“会议纪要.pdf”已经是 ${NAME} 2026-08 的佐证资料，请核对是否放错。`).waitFor();
    await other.getByRole('link', { name: '会议纪要.pdf' }).waitFor();
  });

  await test.check('an upload shows how far it is and can be stopped', async () => {
    const page = await opened('2026-07');
    await page.route('**/evidence', (route) => (route.request().method() === 'POST' ? undefined : route.continue()));
    await page.locator('input[type=file]').setInputFiles(pdf);
    await page.locator('.ant-upload-list-item-uploading').waitFor();
    await page.getByTitle('停止').click();
    await page.locator('.ant-upload-list-item').waitFor({ state: 'detached' });
    await page.getByText('还没有佐证资料。').waitFor();
  });
}
