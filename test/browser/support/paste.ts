import type { Page } from '@playwright/test';

/** Pastes into the focused cell as a spreadsheet program's copy does. @returns milliseconds until it is drawn */
export function paste(page: Page, text: string): Promise<number> {
  return page.evaluate((plain) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', plain);
    const began = performance.now();
    document.activeElement!.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }),
    );
    return new Promise<number>((resolve) => {
      requestAnimationFrame(() => {
        resolve(performance.now() - began);
      });
    });
  }, text);
}
