// Where the year stands: dashboard, sheets, indicators, as everybody may look at them.
import assert from 'node:assert/strict';

/** Paper of 210 × 297 mm less margins of 10 mm, at 96 dots an inch. */
const A4 = { width: 718, height: 1047 };

export async function resultPages(test) {
  const { items } = (await test.service.request('GET', '/target-sheets')).body;
  const whole = items.find(({ project }) => project === null);

  await test.check('the dashboard has every sheet with its score, and a way to each', async () => {
    const page = await test.open('/dashboard?month=2026-10');
    const scores = (await test.service.request('GET', '/scores?asOf=2026-10')).body.items;
    assert.equal(scores.length, 3);
    const league = page.getByRole('region', { name: '得分排名' });
    for (const { normalised } of scores) await league.getByText(normalised, { exact: true }).waitFor();
    await page
      .getByRole('region', { name: '逐月得分与进度' })
      .last()
      .getByRole('link', { name: scores[0].normalised })
      .click();
    await page.getByRole('heading', { name: '部门整体绩效目标' }).waitFor();
    assert.match(page.url(), /\/sheets\/.*month=2026-10/);
  });

  await test.check('filters of the dashboard stand in the address', async () => {
    const page = await test.open('/dashboard?month=2026-10&kind=project');
    const league = page.getByRole('region', { name: '得分排名' });
    await league.getByText('因公出国经费保障项目').waitFor();
    assert.equal(await league.getByText('部门整体绩效目标').count(), 0);
  });

  await test.check('a sheet shows its score, its tree, and targets beside money month by month', async () => {
    const page = await test.open(`/sheets/${whole.id}?month=2026-10`);
    const score = (await test.service.request('GET', `/target-sheets/${whole.id}/score?asOf=2026-10`)).body;
    await page.getByRole('img', { name: new RegExp(`得分 ${score.normalised}`) }).waitFor();
    await page.getByRole('row', { name: /数量指标/ }).waitFor();
    await page.getByRole('row', { name: /合计/ }).getByText(score.raw).waitFor();
    await page.getByText('以表格显示').click();
    await page.getByRole('row', { name: new RegExp(`2026-10 ${score.pace.normalised} ${score.normalised}`) }).waitFor();
    await page.screenshot({ path: `${test.shots}/sheet.png` });
  });

  await test.check(
    'money is entered beside the targets: what is wrong is named, and who was first is not overwritten',
    async () => {
      const place = `/target-sheets/${whole.id}/budget/2026-11`;
      const page = await test.open(`/sheets/${whole.id}?month=2026-11`);
      await page.getByRole('button', { name: '登记执行数' }).click();
      const dialog = page.getByRole('dialog');
      await dialog.getByLabel('1 月至本月累计执行数').fill('1203.06');
      await dialog.getByLabel('财政拨款').fill('1200');
      await dialog.getByText('执行率 91.51%').waitFor();
      await dialog.getByRole('button', { name: /保\s*存/ }).click();
      await dialog.getByRole('alert').getByText('各资金来源合计 1200，应等于执行数 1203.06。').waitFor();
      await page.screenshot({ path: `${test.shots}/execution.png` });

      const first = { spent: '1100', adjustedBudget: '1336.73' };
      const { status } = await test.service.request('PUT', place, first, { 'If-None-Match': '*' });
      assert.equal(status, 200);
      await dialog.getByLabel('财政拨款').fill('1203.06');
      await dialog.getByLabel('调整后预算数').fill('1336.73');
      await dialog.getByRole('button', { name: /保\s*存/ }).click();
      await dialog.getByText('已保存累计执行数 1,100 万元').waitFor();
      await dialog.getByRole('button', { name: '仍按我的数保存' }).click();
      await dialog.waitFor({ state: 'detached' });
      await page.getByText('已执行 1,203.06 / 预算 1,336.73 万元，执行率 90%').waitFor();
      const { body } = await test.service.request('GET', place);
      assert.deepEqual([body.spent, body.spentBySource.other, body.version], ['1203.06', '0', 2]);
    },
  );

  await test.check('a sheet that was adopted with a waiver says so', async () => {
    const { id } = items.find(({ weightWaiver }) => weightWaiver !== null);
    const page = await test.open(`/sheets/${id}`);
    await page.getByText(/经说明采用/).waitFor();
  });

  await test.check('what if: a slider moved by keyboard changes the score, by the rules of the service', async () => {
    const page = await test.open(`/sheets/${whole.id}?month=2026-10`);
    await page.getByRole('button', { name: /年底完成情况测算/ }).click();
    const slider = page.getByRole('slider', { name: '保障常务会议次数' });
    await slider.focus();
    await page.keyboard.press('Home');
    const line = page.locator('.assumed-value').filter({ hasText: '保障常务会议次数' });
    await line.getByText('0.00 / 15').waitFor();
    await page.keyboard.press('End');
    await line.getByText('15.00 / 15').waitFor();
    await page.screenshot({ path: `${test.shots}/what-if.png` });
  });

  await test.check(
    'what was assumed is saved as a scenario, opened again with the same score, and deleted',
    async () => {
      const page = await test.open(`/sheets/${whole.id}?month=2026-10`);
      await page.getByRole('button', { name: /年底完成情况测算/ }).click();
      await page.getByRole('slider', { name: '保障常务会议次数' }).focus();
      await page.keyboard.press('Home');
      const line = page.locator('.assumed-value').filter({ hasText: '保障常务会议次数' });
      await line.getByText('0.00 / 15').waitFor();
      const assumed = await page.locator('.assumed-score').textContent();
      await page.getByLabel('情景名称').fill('会议全停');
      await page.getByRole('button', { name: /保\s*存/ }).click();
      await page.getByRole('button', { name: '会议全停', exact: true }).waitFor();

      const { items: saved } = (await test.service.request('GET', `/target-sheets/${whole.id}/scenarios`)).body;
      assert.deepEqual(
        saved.map(({ name, entries }) => [name, entries.length]),
        [['会议全停', 12]],
      );
      await page.getByRole('button', { name: /还\s*原/ }).click();
      await line.getByText('0.00 / 15').waitFor({ state: 'detached' });
      await page.getByRole('button', { name: '会议全停', exact: true }).click();
      await line.getByText('0.00 / 15').waitFor();
      assert.equal(await page.locator('.assumed-score').textContent(), assumed);
      await page.screenshot({ path: `${test.shots}/scenario.png` });

      await page.getByRole('button', { name: '删除情景 会议全停' }).click();
      await page.getByRole('tooltip').getByRole('button').last().click();
      await page.getByRole('button', { name: '会议全停', exact: true }).waitFor({ state: 'detached' });
    },
  );

  await test.check('a score decided by hand stands beside the one by formula, with who and why', async () => {
    const { id } = (await test.service.request('GET', `/target-sheets/${whole.id}`)).body.indicators.find(
      ({ name }) => name === '保障常务会议次数',
    );
    const place = `/indicators/${id}/score-override`;
    const body = { fromMonth: '2026-10', score: '11.5', reason: '两次会议合并召开' };
    const { status } = await test.service.request('PUT', place, body, { 'If-None-Match': '*' });
    assert.ok(status === 200 || status === 201, String(status));
    const page = await test.open(`/sheets/${whole.id}?month=2026-10`);
    await page.getByText(/人工复核；公式得分 [\d.]+（li.yangli：两次会议合并召开）/).waitFor();
    await page.goto(`${test.service.address}/indicators/${id}?month=2026-10`);
    await page.getByText(/人工复核；公式得分/).waitFor();
    const gone = await test.service.send('DELETE', place, undefined, { 'If-Match': '"1"' });
    assert.equal(gone.status, 204);
  });

  await test.check('an indicator says in words why it has its points, and what can still become of it', async () => {
    const page = await test.open(`/sheets/${whole.id}?month=2026-10`);
    await page.getByRole('link', { name: '保障常务会议次数' }).click();
    await page.getByText(/累计完成 52 次/).waitFor();
    await page.getByRole('img', { name: /保障常务会议次数/ }).waitFor();
    await page.screenshot({ path: `${test.shots}/indicator.png` });
  });

  await test.check('the pages speak English, and say so to assistive software', async () => {
    const page = await test.open('/sheets?lang=en');
    await page.getByText('Targets of the whole department').first().waitFor();
    assert.equal(await page.locator('html').getAttribute('lang'), 'en');
  });

  for (const address of ['/', '/dashboard', '/sheets', `/sheets/${whole.id}`]) {
    await test.check(`on a phone nothing is wider than the screen: ${address.replace(whole.id, 'ID')}`, async () => {
      const page = await test.open(address, { viewport: test.phone });
      await page.locator('main .panel').first().waitFor();
      const { scroll, width } = await page.evaluate(() => ({
        scroll: document.documentElement.scrollWidth,
        width: document.documentElement.clientWidth,
      }));
      assert.ok(scroll <= width, `${scroll} > ${width}`);
    });
  }

  await test.check('a dark sheet prints on white paper, and no column falls off its edge', async () => {
    const page = await test.open(`/sheets/${whole.id}?month=2026-10`, { colorScheme: 'dark' });
    const score = page.getByRole('columnheader', { name: '得分' }).first();
    await score.waitFor();
    const paper = () =>
      page.evaluate(() => globalThis.getComputedStyle(document.querySelector('.panel')).backgroundColor);
    const onScreen = await paper();
    await page.setViewportSize(A4);
    await page.emulateMedia({ media: 'print' });
    await page.evaluate(() => globalThis.dispatchEvent(new globalThis.Event('beforeprint')));
    await page.locator('html[data-theme=light]').waitFor();
    assert.equal(await paper(), 'rgb(255, 255, 255)');
    const { x, width } = await score.boundingBox();
    assert.ok(x + width <= A4.width, `${x} + ${width} > ${A4.width}`);
    assert.equal(await page.getByRole('navigation').isVisible(), false);
    await page.evaluate(() => globalThis.dispatchEvent(new globalThis.Event('afterprint')));
    await page.locator('html[data-theme=dark]').waitFor();
    assert.equal(await paper(), onScreen);
  });

  await test.check('the service going away is said in words, with a way to try again', async () => {
    const page = await test.open('/sheets?month=2026-10');
    await page.getByRole('table').first().waitFor();
    await page.route('**/api/v1/**', (route) => route.abort());
    await page.getByRole('link', { name: /因公出国经费保障项目/ }).click();
    await page.getByText('无法连接服务').waitFor();
    await page.unroute('**/api/v1/**');
    await page.getByRole('button', { name: /重\s*试/ }).click();
    await page.getByRole('heading', { name: /因公出国经费保障项目/ }).waitFor();
  });
}
