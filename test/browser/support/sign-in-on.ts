import type { Page } from '@playwright/test';

export async function signInOn(page: Page, { username, password }: { username: string; password: string }) {
  await page.getByLabel('用户名').fill(username);
  await page.getByLabel('密码').fill(password);
  await page.getByRole('button', { name: /登\s*录/ }).click();
}
