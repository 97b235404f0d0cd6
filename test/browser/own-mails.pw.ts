// Which mails somebody gets, what of it is optional, and what became of the last ones.
import { CLERK, HEAD } from './support/installation.js';
import { picture } from './support/picture.js';
import { seriousFindings } from './support/serious-findings.js';
import { expect, PHONE, test } from './support/test.js';

test.use({ installation: 'own-mails' });

test('my account says which mails I get; alerts can be turned off and on, duties cannot', async ({ open, service }) => {
  const page = await open('/', { as: HEAD, viewport: { width: 1440, height: 1000 } });
  const account = async () => {
    await page.getByRole('button', { name: /张示范/ }).click();
    await page.getByRole('menuitem', { name: '我的账号' }).click();
  };
  await account();
  const mails = page.getByRole('region', { name: '我收到的邮件' });
  await expect(mails).toContainText('负责人');
  await expect(mails).toContainText(/必收：.*待审核/);
  await mails.scrollIntoViewIfNeeded();
  expect(await seriousFindings(page)).toEqual([]);
  await picture(page, 'own-mails-1440');
  const wanted = mails.getByRole('switch');
  await expect(wanted).toBeChecked();
  await wanted.click();
  await expect(mails).toContainText('已退订');
  await expect(wanted).not.toBeChecked();
  await page.reload();
  await account();
  await expect(wanted).not.toBeChecked();
  await wanted.click();
  await expect(wanted).toBeChecked();
  await page.setViewportSize(PHONE);
  await mails.scrollIntoViewIfNeeded();
  expect(await seriousFindings(page)).toEqual([]);
  await picture(page, 'own-mails-360');

  // What was sent stands there with its state.
  const { items } = await service.get<{ items: { indicatorId: string; month: string; people: { name: string }[] }[] }>(
    '/missing-entries?year=2026',
  );
  await service.request('POST', '/reminders/asked', { body: { entries: items } });
  const clerk = await open('/?lang=en', { as: CLERK });
  await clerk.getByRole('button', { name: /Section clerk|Reporter|reporter/ }).click();
  await clerk.getByRole('menuitem', { name: 'My account' }).click();
  const own = clerk.getByRole('region', { name: 'Mails to me' });
  await expect(own).toContainText(/Always:/);
  await own.scrollIntoViewIfNeeded();
  await picture(clerk, 'own-mails-en');
});
