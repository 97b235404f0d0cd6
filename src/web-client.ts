import { existsSync } from 'node:fs';
import path from 'node:path';
import fastifyStatic from '@fastify/static';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { fromProjectRoot } from './common/project-root.js';

const CLIENT = fromProjectRoot('dist/web');
const SERVICE = /^\/(api|health)(\/|$)/;

/** Serves the web client, where it has been built: its files, and its one page for every address that is none of ours. */
export async function serveWebClient(app: NestFastifyApplication): Promise<void> {
  if (!existsSync(CLIENT)) return;
  await app.register(fastifyStatic, {
    root: CLIENT,
    wildcard: false,
    preCompressed: true, // by scripts/precompress.mjs
    cacheControl: false,
    // Names of assets carry a hash of their content; the page that names them must always be the newest.
    setHeaders: (response, file) => {
      const isAsset = path.dirname(file).endsWith('assets');
      void response.header('Cache-Control', isAsset ? 'public, max-age=31536000, immutable' : 'no-cache');
    },
  });
  app
    .getHttpAdapter()
    .getInstance()
    .get('/*', (request, reply) => {
      if (SERVICE.test(new URL(request.url, 'http://host').pathname)) reply.callNotFound();
      else return reply.sendFile('index.html');
    });
}
