// Threads and processes that the application starts under Jest load TypeScript directly: Jest's own compiler ends at its
// own thread.
import { existsSync, readFileSync } from 'node:fs';
import { register } from 'node:module';
import { fileURLToPath } from 'node:url';
import { isMainThread } from 'node:worker_threads';
import { transformSync } from '@swc/core';

/** The program would be there if it were JavaScript. */
const isOurs = !existsSync(process.argv[1] ?? '');
if (!isMainThread || isOurs) register(import.meta.url);

export async function resolve(specifier, context, next) {
  try {
    return await next(specifier, context);
  } catch (error) {
    if (!/^\.{0,2}\/|^file:/.test(specifier)) throw error;
    const source = new URL(specifier.replace(/\.js$/, '.ts'), context.parentURL);
    if (!existsSync(fileURLToPath(source))) throw error;
    return { url: source.href, format: 'module', shortCircuit: true };
  }
}

export async function load(url, context, next) {
  if (!url.endsWith('.ts')) return next(url, context);
  const filename = fileURLToPath(url);
  const { code } = transformSync(readFileSync(filename, 'utf8'), {
    filename,
    configFile: new URL('../../.swcrc', import.meta.url).pathname,
  });
  return { format: 'module', source: code, shortCircuit: true };
}
