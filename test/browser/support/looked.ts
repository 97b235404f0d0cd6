import type { Page } from '@playwright/test';
import { picture } from './picture.js';
import { seriousFindings } from './serious-findings.js';
import { DESK, expect, PHONE } from './test.js';

/** At the desk and on a telephone; in both languages where no dialog stands before the button for that. */
export async function looked(page: Page, name: string, { dialog = false } = {}): Promise<void> {
  for (const [size, viewport] of Object.entries({ desk: DESK, phone: PHONE })) {
    await page.setViewportSize(viewport);
    for (const language of dialog ? [null] : ['en', 'zh']) {
      if (language !== null) await page.getByRole('button', { name: language === 'en' ? 'English' : '中文' }).click();
      const told = [name, size, language].filter(Boolean).join('-');
      expect(await seriousFindings(page), told).toEqual([]);
      await picture(page, told, { fullPage: true });
    }
  }
  await page.setViewportSize(DESK);
}
