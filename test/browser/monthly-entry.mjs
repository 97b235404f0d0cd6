// A month as people do it: clerk, head, and back; by keyboard, by pasting, two at once, with a tab that dies.
import assert from 'node:assert/strict';

const VALUES = 30;
const MONTH = '2026-10';
const NEW = { 'if-none-match': '*' };

export async function monthlyEntry(test) {
  await test.check(
    'a clerk enters and submits; the head returns it from a phone; corrected, it is approved, and the office sees it count',
    async () => {
      const office = await test.open(`/sheets?month=${MONTH}`);
      await office.getByRole('link', { name: '2026 年单位运转项目' }).click();
      const scored = office.getByRole('row', { name: /保障机构正常运转/ });
      await scored.getByText('0.00 / 6').waitFor();

      const clerk = await test.open(`/entry?month=${MONTH}`, { as: 'chen.yanshi' });
      const row = clerk.getByRole('row', { name: /保障机构正常运转/ });
      await row.waitFor();
      assert.equal(await clerk.getByText('系统故障率').count(), 0, 'another section’s indicator');
      await row.getByRole('combobox').selectOption('achieved');
      await row.getByRole('textbox').fill('0.5');
      await row.getByText(/系数 0.5 不在/).waitFor();
      await row.getByRole('textbox').fill('0.9');
      await row.getByText('草稿').waitFor();
      await clerk.screenshot({ path: `${test.shots}/entry-clerk.png`, fullPage: true });
      await submit(clerk, 1);
      await row.getByText('已提交').waitFor();

      const head = await test.open('/review', { as: 'zhang.shifan', viewport: test.phone });
      const card = head.getByRole('listitem').filter({ hasText: '保障机构正常运转' });
      await card.getByRole('button', { name: /退\s*回/ }).click();
      await card.getByLabel('退回原因').fill('请附说明');
      await head.screenshot({ path: `${test.shots}/review-phone.png` });
      await card
        .getByRole('button', { name: /退\s*回/ })
        .last()
        .click();
      await card.waitFor({ state: 'detached' });

      const today = await test.open('/', { as: 'chen.yanshi' });
      const back = today.getByRole('listitem').filter({ hasText: '保障机构正常运转' });
      await back.getByText('zhang.shifan 退回：请附说明').waitFor();
      await clerk.reload();
      await row.getByText('已退回').waitFor();
      await row.getByRole('button', { name: /说\s*明/ }).click();
      await clerk.getByText('zhang.shifan 退回：请附说明').waitFor();
      await clerk.getByLabel('备注').fill('见年度运转台账');
      await row.getByText('草稿').waitFor();
      await submit(clerk, 1);
      await row.getByText('已提交').waitFor();
      await today.reload();
      await today.getByText('全部提交，没有待填报事项。').waitFor();
      assert.equal(await back.count(), 0);

      await head.reload();
      await card.getByRole('button', { name: /通\s*过/ }).click();
      await card.waitFor({ state: 'detached' });
      await clerk.reload();
      await row.getByText('已审核').waitFor();

      await scored.getByText('5.40 / 6').waitFor(); // 6 × 0.9, told by the service while the page was open
      await scored.getByRole('link', { name: '保障机构正常运转' }).click();
      await office.getByText('见年度运转台账').waitFor();
      await office.screenshot({ path: `${test.shots}/office.png`, fullPage: true });
    },
  );

  await test.check('whoever submitted an entry finds no way to approve it', async () => {
    await createCommitments(test, 1, '自报事项');
    const page = await test.open('/entry?month=2026-03');
    await page.getByLabel('自报事项 0 填报值').fill('3');
    await page
      .getByRole('row', { name: /自报事项 0/ })
      .getByText('草稿')
      .waitFor();
    await submit(page, 1);
    await page
      .getByRole('row', { name: /自报事项 0/ })
      .getByText('已提交')
      .waitFor();
    await page.getByRole('link', { name: '待审核' }).click();
    const card = page.getByRole('listitem').filter({ hasText: '自报事项 0' });
    await card.getByText('须由他人审核').waitFor();
    assert.equal(await card.getByRole('button').count(), 0);
  });

  await test.check(
    'a head decides on many at once: some are returned with one reason, the others approved',
    async () => {
      await createCommitments(test, 5, '成批审核');
      const { body } = await test.service.request('GET', '/indicator-months?year=2026&whose=all&limit=500');
      const own = body.items.filter(({ name }) => name.startsWith('成批审核'));
      for (const { id } of own) {
        const { body: entry } = await test.service.request(
          'PUT',
          `/indicators/${id}/progress/2026-03`,
          { value: '4' },
          NEW,
        );
        const seen = { 'if-match': `"${entry.version}"` };
        await test.service.request('POST', `/indicators/${id}/progress/2026-03/submit`, {}, seen);
      }
      const head = await test.open('/review', { as: 'zhang.shifan' });
      const card = (number) => head.getByRole('listitem').filter({ hasText: `成批审核 ${number}` });
      for (const number of [0, 1]) await card(number).getByRole('checkbox').check();
      await head.getByRole('button', { name: '退回 2 项' }).click();
      await head.getByLabel('一并退回的原因').fill('数字待核');
      await head.getByRole('button', { name: '退回 2 项' }).last().click();
      await card(0).waitFor({ state: 'detached' });
      for (const number of [2, 3, 4]) await card(number).getByRole('checkbox').check();
      await head.getByRole('button', { name: '通过 3 项' }).click();
      await card(4).waitFor({ state: 'detached' });
      const statuses = [];
      for (const { id } of own)
        statuses.push((await test.service.request('GET', `/indicators/${id}/progress/2026-03`)).body.status);
      assert.deepEqual(statuses.sort(), ['approved', 'approved', 'approved', 'returned', 'returned']);
    },
  );

  await test.check(`${VALUES} values by keyboard alone`, async () => {
    await createCommitments(test, VALUES, '键盘试填');
    const page = await test.open('/entry?month=2026-04');
    const first = page.getByLabel('键盘试填 0 填报值');
    await first.waitFor();
    const started = Date.now();
    await first.focus();
    for (let number = 0; number < VALUES; number += 1) {
      await page.keyboard.type(String(100 + number), { delay: 20 });
      await page.keyboard.press('Enter');
    }
    await savedRows(page, '键盘试填', VALUES);
    console.log(`        ${VALUES} values typed and saved in ${((Date.now() - started) / 1000).toFixed(1)} s`);
    assert.equal(await page.getByLabel(`键盘试填 ${VALUES - 1} 填报值`).inputValue(), String(100 + VALUES - 1));
  });

  await test.check('a block from a spreadsheet fills the rows below', async () => {
    const page = await test.open('/entry?month=2026-05');
    const first = page.getByLabel('键盘试填 0 填报值');
    await first.focus();
    const block = Array.from({ length: VALUES }, (_, number) => `1,0${String(number).padStart(2, '0')}`).join('\n');
    const milliseconds = await pasteInto(page, block);
    console.log(`        ${VALUES} values pasted and shown in ${milliseconds.toFixed(0)} ms`);
    await page.getByRole('button', { name: `填入 ${VALUES} 格` }).click();
    await savedRows(page, '键盘试填', VALUES);
    assert.equal(await page.getByLabel('键盘试填 7 填报值').inputValue(), '1007');
  });

  await test.check('a block of 50 rows and 12 months is shown at once and saved', async () => {
    await createCommitments(test, 50 - VALUES, '键盘续填');
    const page = await test.open('/entry?month=2026-10&view=year');
    const first = page.getByLabel('键盘试填 0 2026年1月');
    await first.focus();
    const line = Array.from({ length: 12 }, (_, month) => String(200 + month)).join('\t');
    const milliseconds = await pasteInto(page, Array.from({ length: 50 }, () => line).join('\n'));
    console.log(`        50 × 12 values pasted and shown in ${milliseconds.toFixed(0)} ms`);
    await page.getByText(/跳过 1\d\d 格（未开放）/).waitFor();
    await page.getByRole('button', { name: /填入 [45]\d\d 格/ }).click();
    await page.getByLabel('键盘续填 19 2026年9月 草稿').waitFor();
    assert.equal(await page.getByLabel('键盘试填 3 2026年2月').inputValue(), '201');
    await page.screenshot({ path: `${test.shots}/year.png` });
  });

  await test.check('a tab that dies loses no more than two seconds of typing', async () => {
    const page = await test.open('/entry?month=2026-06');
    await page.getByLabel('键盘试填 3 填报值').fill('77');
    await page.waitForTimeout(2000);
    await page.context().close();
    const again = await test.open('/entry?month=2026-06');
    assert.equal(await again.getByLabel('键盘试填 3 填报值').inputValue(), '77');
  });

  await test.check('two people on one cell: the second sees both values and decides', async () => {
    const one = await test.open('/entry?month=2026-07');
    const two = await test.open('/entry?month=2026-07', { as: 'zhang.shifan' });
    await one.getByLabel('键盘试填 5 填报值').waitFor();
    await two.getByLabel('键盘试填 5 填报值').fill('8');
    await savedRows(two, '键盘试填 5', 1);
    await one.getByLabel('键盘试填 5 填报值').fill('9');
    await one.getByText('他人已改为 8，您输入的是 9。').waitFor();
    await one.screenshot({ path: `${test.shots}/conflict.png` });
    await one.getByRole('button', { name: '保留我的' }).click();
    await savedRows(one, '键盘试填 5', 1);
    await two.reload();
    assert.equal(await two.getByLabel('键盘试填 5 填报值').inputValue(), '9');
  });
}

/** Indicators that take a plain number every month and to which the sample year has entered nothing. */
async function createCommitments(test, count, name) {
  const [{ id }] = (await test.service.request('GET', '/target-sheets')).body.items;
  for (let number = 0; number < count; number += 1) {
    const body = { level1: '产出指标', level2: '数量指标', name: `${name} ${number}`, raw: '>=4篇' };
    const { status } = await test.service.request('POST', `/target-sheets/${id}/commitments`, body);
    assert.equal(status, 201);
  }
}

/** Looks at what will be handed in, and hands it in. */
async function submit(page, count) {
  const button = { name: `提交 ${count} 项` };
  await page.getByRole('button', button).click();
  await page.getByRole('dialog').getByRole('button', button).click();
}

/** Pastes as a spreadsheet program's copy does. @returns milliseconds until it is drawn */
function pasteInto(page, text) {
  return page.evaluate((plain) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', plain);
    const began = performance.now();
    document.activeElement.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }),
    );
    return new Promise((resolve) => requestAnimationFrame(() => resolve(performance.now() - began)));
  }, text);
}

async function savedRows(page, name, count) {
  const saved = page.getByRole('row', { name }).filter({ hasText: '草稿' });
  await saved.nth(count - 1).waitFor();
}
