import { randomBytes } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';

const nonces = new WeakMap<ServerResponse, string>();

/** What marks the style elements of one answer as ours; the page hands it to the component library, which writes them. */
export function styleNonce(response: ServerResponse): string {
  const nonce = nonces.get(response) ?? randomBytes(16).toString('base64');
  nonces.set(response, nonce);
  return nonce;
}

/** The description of the interface comes with a page of its own, whose styles stand inside it. */
const isDescription = ({ url = '' }: IncomingMessage): boolean => url.startsWith('/api/docs');

/**
 * Content Security Policy (W3C, level 3): no outside request of any kind, no script but our own files, no style element
 * but those of our own page. Style attributes stay open: the charts write their tooltips with them.
 */
export const contentSecurity = () => ({
  defaultSrc: ["'self'"],
  fontSrc: ["'self'"],
  imgSrc: ["'self'", 'data:'],
  styleSrc: [
    "'self'",
    (request: IncomingMessage, response: ServerResponse) =>
      isDescription(request) ? "'unsafe-inline'" : `'nonce-${styleNonce(response)}'`,
  ],
  styleSrcAttr: ["'unsafe-inline'"],
  scriptSrc: ["'self'"],
  objectSrc: ["'none'"],
  baseUri: ["'none'"],
  formAction: ["'self'"],
  frameAncestors: ["'none'"],
  upgradeInsecureRequests: null, // offices without certificates use plain http
});
