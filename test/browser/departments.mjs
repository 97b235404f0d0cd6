// Several departments: compared on the dashboard, and from there down to one, to its sheet.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';

const FIRST = '示例市人民政府办公室';
const SECOND = '示例市档案馆';
const MONTH = '2026-10';

export async function departmentPages(test) {
  await addDepartment(test);

  await test.check('departments are compared, and each leads down to its sheets', async () => {
    const page = await test.open(`/dashboard?month=${MONTH}`);
    const map = page.getByRole('region', { name: '逐月得分与进度' }).last();
    await map.getByRole('columnheader', { name: '部门' }).waitFor();
    const { rows } = (await test.service.request('GET', `/scores/heat-map?asOf=${MONTH}`)).body;
    for (const { department, cells } of rows) {
      const row = map.getByRole('row', { name: department.name });
      assert.match(await row.getByRole('link').last().innerText(), new RegExp(`${cells.at(-1).normalised}$`));
    }
    assert.deepEqual(await map.getByRole('rowheader').allInnerTexts(), [FIRST, SECOND]);
    assert.deepEqual(await test.seriousFindings(page), []);
    await page.screenshot({ path: `${test.shots}/departments.png`, fullPage: true });

    await map.getByRole('row', { name: FIRST }).getByRole('link').last().click();
    await map.getByRole('rowheader', { name: /因公出国经费保障项目/ }).waitFor();
    assert.match(page.url(), /\/dashboard\?department=/);
    const league = page.getByRole('region', { name: '得分排名' });
    assert.equal(await league.getByText(SECOND).count(), 0);
    await map
      .getByRole('row', { name: /因公出国经费保障项目/ })
      .getByRole('link')
      .last()
      .click();
    await page.getByRole('heading', { name: /因公出国经费保障项目/ }).waitFor();
  });

  await test.check('on a phone the list of sheets says whose each is, and shows those of one department', async () => {
    const page = await test.open(`/sheets?month=${MONTH}`, { viewport: test.phone });
    const of = (name) => page.getByRole('row').filter({ hasText: name });
    await of(FIRST).nth(2).waitFor();
    await of(SECOND).nth(2).waitFor();
    await page.getByRole('combobox', { name: '部门' }).click();
    await page.getByTitle(SECOND).click();
    await of(FIRST).first().waitFor({ state: 'detached' });
    await of(SECOND).nth(2).waitFor();
    assert.match(page.url(), /department=/);
  });
}

/** A second department with the sheets of the first: its document, imported under another name. */
async function addDepartment({ service }) {
  const created = await service.request('POST', '/departments', { name: SECOND });
  assert.equal(created.status, 201);
  const document = readFileSync('samples/2026-city-office-budget.txt', 'utf8').replaceAll(FIRST, SECOND);
  const body = new globalThis.FormData();
  body.append('file', new globalThis.Blob([document]), '预算公开.txt');
  const read = await globalThis.fetch(`${service.address}/api/v1/imports`, {
    method: 'POST',
    headers: service.credentials,
    body,
  });
  assert.equal(read.status, 201);
  const { id, draft } = await read.json();
  const waivers = draft.sheets.map((_, sheet) => ({ sheet, reason: '权重按原文' }));
  const adopted = await service.request('POST', `/imports/${id}/adopt`, { waivers });
  assert.equal(adopted.status, 200, JSON.stringify(adopted.body));
}
