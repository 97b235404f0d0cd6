// From an empty installation to the first reminder and the first official form, in the page alone.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { type Browser, expect, type Page, test } from '@playwright/test';
import { fromProjectRoot } from '../../src/common/project-root.js';
import { unzipSync } from 'fflate';
import { eventually } from '../support/eventually.js';
import { freePort, ServerProcess } from '../support/server-process.mjs';
import { SmtpSink } from '../support/smtp-sink.mjs';
import { Counted } from './support/counted.js';
import { picture } from './support/picture.js';
import { signInOn } from './support/sign-in-on.js';

/** Three working days before November is due: the first day of its ladder. */
const NOW = '2026-12-02T09:30:00+08:00';
const DOCUMENT = fromProjectRoot('samples/2026-city-office-budget.txt');
const PASSWORD = 'three dry pears in May';
/** How many of the 32 indicators each of the nine sections answers for, in the order of the sheets. */
const SECTIONS = { 会务: 1, 文书: 1, 信息: 2, 督查: 1, 机要: 1, 信访: 2, 档案: 8, 网络: 8, 外事: 7 };
/** Of these one stands in another table too, entered once: it goes along. */
const WITH_ANOTHER = '信访';
const INDICATORS = 32;
const HEAD = 'zhang@example.org';

test('an office begins: document, owners, contacts, first reminder, first form', async ({ browser }) => {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'jixiao-journey-'));
  const sink = await SmtpSink.start();
  const server = new ServerProcess(folder, await freePort(), {
    CLOCK_AT: NOW,
    SAMPLE_YEAR: 'off',
    SMTP_URL: sink.url,
  });
  try {
    await server.ready();
    const office = await officeAccount(browser, server);
    const work = await Counted.on(office);
    await office.reload();
    await adopt(office);
    await giveSections(office);
    process.stdout.write(`from document to running year: ${work.clicks} clicks, ${work.keys} keystrokes\n`);
    expect(work.clicks).toBeLessThanOrEqual(25);
    expect(work.keys).toBeLessThanOrEqual(120);
    sink.refused = HEAD;
    await firstReminder(browser, server);
    await mendAddress(office, sink);
    await eventually(
      () => sink.recipients.map(String),
      (recipients) => recipients.includes(HEAD),
    );
    await firstForm(office);
  } finally {
    await server.stop();
    await sink.stop();
    rmSync(folder, { recursive: true, force: true });
  }
});

/** Signs somebody in for the first time, in a browser of their own. */
async function signedIn(browser: Browser, server: ServerProcess, username: string, password: string): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, reducedMotion: 'reduce' });
  const page = await context.newPage();
  await page.goto(server.address);
  await signInOn(page, { username, password });
  await page.getByLabel('当前密码').fill(password);
  await page.getByLabel('新密码', { exact: true }).fill(PASSWORD);
  await page.getByLabel('再次输入新密码').fill(PASSWORD);
  await page.getByRole('button', { name: '修改并继续' }).click();
  await expect(page.getByRole('navigation')).toBeVisible();
  return page;
}

/** The security administrator makes the office's account; whose it is signs in. */
async function officeAccount(browser: Browser, server: ServerProcess): Promise<Page> {
  const page = await signedIn(browser, server, 'secadmin', server.printedPassword('secadmin'));
  await page.getByRole('button', { name: '新建用户' }).click();
  const form = page.getByRole('dialog');
  await form.getByLabel('用户名').fill('wang.xin');
  await form.getByLabel('姓名').fill('王新');
  await form.getByLabel(/当前密码/).fill(PASSWORD);
  await form.getByRole('button', { name: '新建用户' }).click();
  const password = await page.getByRole('main').locator('code').innerText();
  await page.context().close();
  return signedIn(browser, server, 'wang.xin', password);
}

/** What home asks for first: the document, with the contacts that it names. */
async function adopt(page: Page): Promise<void> {
  await page.getByRole('link', { name: '去导入' }).click();
  const chooser = page.waitForEvent('filechooser');
  await page.getByText('选择文件').or(page.locator('.ant-upload-drag')).first().click();
  await (await chooser).setFiles(DOCUMENT);
  await page.getByRole('button', { name: /^采\s*用$/ }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByPlaceholder(/^例如：按公布的权重/).first()).toBeFocused();
  await page.keyboard.type('按公布的权重');
  await dialog.getByPlaceholder(/邮箱/).first().click();
  await page.keyboard.type(HEAD);
  await dialog.getByRole('button', { name: '采用 3 张表' }).click();
  await dialog.getByRole('button', { name: '合并填报' }).first().click();
  await expect(dialog.getByText(/市长信箱回复率/)).toBeVisible();
  await dialog.getByRole('link', { name: '指定责任股室' }).click();
}

async function giveSections(page: Page): Promise<void> {
  let left = INDICATORS;
  for (const [section, rows] of Object.entries(SECTIONS)) {
    const boxes = page.getByRole('table').locator('tbody').getByRole('checkbox');
    await boxes.first().click();
    if (rows > 1) await boxes.nth(rows - 1).click({ modifiers: ['Shift'] });
    else await page.getByLabel('新股室的名称').click();
    await page.keyboard.type(section);
    await page.keyboard.press('Enter');
    left -= section === WITH_ANOTHER ? rows + 1 : rows;
    await expect(page.getByText(`未指定 ${left}`)).toBeVisible();
  }
}

async function firstReminder(browser: Browser, server: ServerProcess): Promise<void> {
  const page = await signedIn(browser, server, 'sysadmin', server.printedPassword('sysadmin'));
  await page.getByRole('button', { name: '立即运行：每日提醒' }).click();
  const dialog = page.getByRole('dialog');
  await picture(page, 'journey-first-reminder');
  await dialog.getByRole('button', { name: '立即运行' }).click();
  await expect(dialog.getByRole('status')).toBeVisible();
}

/** The first reminder was refused; the office is led there, and says that the mailbox takes mail again. */
async function mendAddress(page: Page, sink: SmtpSink): Promise<void> {
  const mend = page.getByRole('link', { name: '改正邮箱' });
  await expect(async () => {
    await page.goto(new URL('/', page.url()).href);
    await expect(mend).toBeVisible({ timeout: 2_000 });
  }).toPass();
  await mend.click();
  await expect(page.getByText(/被退信，已停发：.*no such user/)).toBeVisible();
  await picture(page, 'journey-refused');
  sink.refused = null;
  await page.getByRole('button', { name: '张示范的邮箱已改正，恢复发送' }).click();
  await expect(page.getByText(/被退信/)).toBeHidden();
}

/** November has no entries yet: the form says so, and is an official one all the same. */
async function firstForm(page: Page): Promise<void> {
  await page.getByRole('link', { name: '报告与表单' }).click();
  await page.getByRole('link', { name: '预览 2026 年单位运转项目' }).click();
  await page.getByRole('button', { name: '出具第 1 版' }).click();
  const link = page.getByRole('link', { name: '下载第 1 版： Word' }).first();
  const [download] = await Promise.all([page.waitForEvent('download'), link.click()]);
  expect(download.suggestedFilename()).toMatch(/自评表-2026-11-.*\.docx$/);
  expect(Object.keys(unzipSync(readFileSync(await download.path())))).toContain('word/document.xml');
  await picture(page, 'journey-first-form', { fullPage: true });
}
