// A head who goes away names a deputy.
import assert from 'node:assert/strict';

const HEAD = 'zhang.shifan';

export async function absence(test) {
  await test.check('a head says when they are away and who stands in; the next time it is still there', async () => {
    const page = await test.open('/', { as: HEAD, viewport: test.phone });
    const form = await settingsOn(page);
    assert.deepEqual(await test.seriousFindings(page), []);
    await form.getByLabel('开始日期').fill('2031-05-12');
    await form.getByLabel('代理人').click();
    const [choice] = await page.locator('.ant-select-item-option').allInnerTexts();
    await page.locator('.ant-select-item-option').first().click();
    await page.screenshot({ path: `${test.shots}/absence.png` });
    await form.getByRole('button', { name: /保\s*存/ }).click();
    await form.getByText('外出须同时填写起止日期').waitFor();
    await form.getByLabel('结束日期').fill('2031-05-16');
    await form.getByRole('button', { name: /保\s*存/ }).click();
    await form.waitFor({ state: 'detached' });

    await page.reload();
    const again = await settingsOn(page);
    assert.equal(await again.getByLabel('开始日期').inputValue(), '2031-05-12');
    assert.equal(await again.getByLabel('结束日期').inputValue(), '2031-05-16');
    await again.getByText(choice).waitFor();
    for (const day of ['开始日期', '结束日期']) await again.getByLabel(day).fill('');
    await again.getByRole('button', { name: /保\s*存/ }).click();
    await again.waitFor({ state: 'detached' });
  });

  await test.check('nobody else is offered it, since nobody else approves for a department', async () => {
    const page = await test.open('/');
    await page.getByRole('button', { name: /绩效办/ }).click();
    await page.getByRole('menuitem', { name: '退出' }).waitFor();
    assert.equal(await page.getByRole('menuitem', { name: '外出与代理' }).count(), 0);
  });
}

async function settingsOn(page) {
  await page.getByRole('button', { name: /部门负责人/ }).click();
  await page.getByRole('menuitem', { name: '外出与代理' }).click();
  const form = page.getByRole('dialog');
  await form.getByLabel('开始日期').waitFor();
  return form;
}
