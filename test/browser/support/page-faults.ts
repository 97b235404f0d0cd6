import type { BrowserContext } from '@playwright/test';

/** Writes down what is a fault of a page whatever the test is about: outside requests, errors, refused content. */
export function faultsOf(context: BrowserContext, address: string, faults: string[]): void {
  context.on('request', (request) => {
    const { origin, protocol } = new URL(request.url());
    if (protocol !== 'data:' && origin !== address) faults.push(`asks ${request.url()}`);
  });
  context.on('weberror', (error) => {
    faults.push(String(error.error().stack));
  });
  context.on('console', (message) => {
    const text = message.text();
    if (text.includes('Content Security Policy')) faults.push(text);
  });
}
