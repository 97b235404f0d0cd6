import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import fastifyStatic from '@fastify/static';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { fromProjectRoot } from '../../common/project-root.js';
import { styleNonce } from './content-security.js';

const CLIENT = fromProjectRoot('dist/web');
/**
 * The addresses of web/src/app/routes/pages.ts. Anything else is not found: whoever looks for /metrics, or for the weak spots of
 * other programs, is not answered with a page.
 */
const PAGES =
  /^\/((entry|review|dashboard|sheets|users|audit|system|guide|calendar|imports|months|organisation)\/?)?$|^\/(sheets|indicators|imports)\/[^/]+\/?$/;
export const isPage = (pathname: string): boolean => PAGES.test(pathname);
const PAGE = 'index.html';
/** Where the built page (web/vite.config.ts) has the nonce of its styles. */
const NONCE = /CSP_NONCE/g;

/** Serves the web client, where it has been built: its files, and its one page at each address of a page. */
export async function serveWebClient(app: NestFastifyApplication): Promise<void> {
  if (!existsSync(CLIENT)) return;
  await app.register(fastifyStatic, {
    root: CLIENT,
    wildcard: false,
    index: false,
    globIgnore: [PAGE],
    preCompressed: true, // by scripts/precompress.mjs
    cacheControl: false,
    // Names of assets carry a hash of their content.
    setHeaders: (response, file) => {
      const isAsset = path.dirname(file).endsWith('assets');
      void response.header('Cache-Control', isAsset ? 'public, max-age=31536000, immutable' : 'no-cache');
    },
  });
  const page = readFileSync(path.join(CLIENT, PAGE), 'utf8');
  app
    .getHttpAdapter()
    .getInstance()
    .get('/*', (request, reply) => {
      if (!isPage(new URL(request.url, 'http://host').pathname)) {
        reply.callNotFound();
        return;
      }
      // Never kept: it names the newest assets, and its nonce is good for one answer.
      void reply.header('Cache-Control', 'no-store').type('text/html; charset=utf-8');
      void reply.send(page.replace(NONCE, styleNonce(reply.raw)));
    });
}
