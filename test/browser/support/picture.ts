import path from 'node:path';
import type { Page } from '@playwright/test';

const FOLDER = process.env.SCREENSHOTS ?? 'node_modules/.cache/screenshots';

/** A screenshot to be looked at by people. */
export async function picture(page: Page, name: string, options: { fullPage?: boolean } = {}): Promise<void> {
  await page.screenshot({ path: path.join(FOLDER, `${name}.png`), ...options });
}
