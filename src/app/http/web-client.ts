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
  /^\/((entry|review|dashboard|sheets|users|audit|system|guide|calendar|imports|months|organisation|reminders|reports|policies|evidence)\/?)?$|^\/(sheets|indicators|imports)\/[^/]+\/?$/;
export const isPage = (pathname: string): boolean => PAGES.test(pathname);
const PAGE = 'index.html';
/** For people; programs are answered with the error of the interface. */
const NO_PAGE = `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>没有这个页面</title>
<p>没有这个页面，地址可能不完整。<a href="/">回到首页</a></p>
<p lang="en">There is no such page; the address may be incomplete. <a href="/">Go to the first page</a></p></html>`;
/** Where the built page (web/vite.config.ts) has the nonce of its styles. */
const NONCE = /CSP_NONCE/g;

/** Serves the web client, where it has been built: its files, and its one page at each address of a page. */
export async function serveWebClient(app: NestFastifyApplication): Promise<void> {
  const isBuilt = existsSync(CLIENT);
  if (isBuilt) await serveFiles(app);
  const page = isBuilt ? readFileSync(path.join(CLIENT, PAGE), 'utf8') : null;
  app
    .getHttpAdapter()
    .getInstance()
    .get('/*', (request, reply) => {
      if (page === null || !isPage(new URL(request.url, 'http://host').pathname)) {
        if (request.headers.accept?.includes('text/html'))
          return reply.status(404).type('text/html; charset=utf-8').send(NO_PAGE);
        reply.callNotFound();
        return reply;
      }
      // Never kept: it names the newest assets, and its nonce is good for one answer.
      void reply.header('Cache-Control', 'no-store').type('text/html; charset=utf-8');
      return reply.send(page.replace(NONCE, styleNonce(reply.raw)));
    });
}

async function serveFiles(app: NestFastifyApplication): Promise<void> {
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
}
