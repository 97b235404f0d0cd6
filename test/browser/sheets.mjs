// The target sheets with their scores: what everybody may look at.
import assert from 'node:assert/strict';

export async function sheetPages(test) {
  await test.check('the sheets stand on the first page with their scores', async () => {
    const page = await test.open('/?month=2026-10');
    await page.getByText('部门整体绩效目标').first().waitFor();
    const { items } = (await test.service.request('GET', '/scores?asOf=2026-10')).body;
    assert.equal(items.length, 3);
    for (const { normalised } of items) await page.getByText(normalised).first().waitFor();
    await page.getByRole('table').first().waitFor();
    await page.screenshot({ path: `${test.shots}/first-page.png` });
  });

  await test.check('a row opens and says in words why it has its points', async () => {
    const page = await test.open('/?month=2026-10');
    await page.getByText('保障常务会议次数').first().click();
    await page.getByText(/累计完成 52 次/).waitFor();
    await page.getByRole('img', { name: /保障常务会议次数/ }).waitFor();
    await page.screenshot({ path: `${test.shots}/explained.png` });
  });

  await test.check('a sheet is chosen with the keyboard, and the address leads back to it', async () => {
    const page = await test.open('/?month=2026-10');
    const card = page.getByRole('button', { name: /2026 年单位运转项目/ });
    await card.focus();
    await page.keyboard.press('Enter');
    await page.getByText(/经说明采用/).waitFor();
    const again = await test.open(new URL(page.url()).pathname + new URL(page.url()).search);
    await again.getByText(/经说明采用/).waitFor();
  });

  await test.check('the page speaks English, and says so to assistive software', async () => {
    const page = await test.open('/?lang=en');
    await page.getByText('Targets of the whole department').first().waitFor();
    assert.equal(await page.locator('html').getAttribute('lang'), 'en');
    await page.screenshot({ path: `${test.shots}/english.png`, fullPage: true });
  });

  await test.check('on a phone nothing is wider than the screen but the table, which scrolls', async () => {
    const page = await test.open('/', { viewport: test.phone });
    await page.getByRole('table').first().waitFor();
    const { scroll, width } = await page.evaluate(() => ({
      scroll: document.documentElement.scrollWidth,
      width: document.documentElement.clientWidth,
    }));
    assert.ok(scroll <= width, `${scroll} > ${width}`);
    await page.screenshot({ path: `${test.shots}/phone.png` });
  });

  await test.check('the service going away is said in words, with a way to try again', async () => {
    const page = await test.open('/');
    await page.getByRole('table').first().waitFor();
    await page.route('**/api/v1/**', (route) => route.abort());
    await page.getByRole('button', { name: /因公出国经费保障项目/ }).click();
    await page.getByText('无法连接服务').waitFor();
    await page.unroute('**/api/v1/**');
    await page
      .getByRole('button', { name: /重\s*试/ })
      .first()
      .click();
    await page.getByRole('table').first().waitFor();
  });
}
