import type { FastifyRequest } from 'fastify';
import { csrfTokenUnfit, foreignOrigin } from './errors.js';
import { csrfTokenOf, sameText } from '../credentials/tokens.js';

/** Methods that change nothing (RFC 9110, 9.2.1). */
export function isSafe({ method }: FastifyRequest): boolean {
  return method === 'GET' || method === 'HEAD' || method === 'OPTIONS';
}

/**
 * A request that a page of another site made a browser send is refused: by Fetch Metadata where the browser sends it,
 * by Origin where it sends that. Programs send neither.
 * @throws DomainError `foreign-origin`
 */
export function checkOrigin({ headers, host }: FastifyRequest): void {
  const site = headers['sec-fetch-site'];
  const foreignSite = site !== undefined && site !== 'same-origin' && site !== 'none';
  const { origin } = headers;
  const otherOrigin = origin !== undefined && (!URL.canParse(origin) || new URL(origin).host !== host);
  if (foreignSite || otherOrigin) throw foreignOrigin();
}

/** The header `X-CSRF-Token` must be that of the session (GET /session tells it). @throws DomainError `csrf-token` */
export function checkCsrfToken({ headers }: FastifyRequest, sessionToken: string): void {
  const given = headers['x-csrf-token'];
  if (typeof given === 'string' && sameText(given, csrfTokenOf(sessionToken))) return;
  throw csrfTokenUnfit();
}
