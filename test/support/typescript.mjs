// How Node loads TypeScript for the tests, and for what the service starts under them; see load-typescript.mjs.
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { transformSync } from '@swc/core';

const ROOT = new URL('../../', import.meta.url);
const { $schema: _, ...swc } = JSON.parse(readFileSync(new URL('.swcrc', ROOT), 'utf8'));
const component = {
  ...swc.jsc,
  parser: { ...swc.jsc.parser, tsx: true },
  transform: { react: { runtime: 'automatic' } },
};

/** Files are imported as they are called once compiled; the client names the domain's by `@domain`. */
export async function resolve(specifier, context, next) {
  const place = specifier.replace(/^@domain\//, new URL('src/domain/', ROOT).href);
  if (!/^\.{0,2}\/|^file:/.test(place)) return next(specifier, context);
  const compiled = new URL(place, context.parentURL);
  for (const ending of ['.ts', '.tsx']) {
    const source = new URL(compiled.pathname.replace(/\.js$/, ending) + compiled.search, compiled);
    if (/\.tsx?$/.test(source.pathname) && existsSync(fileURLToPath(source)))
      return { url: source.href, format: 'module', shortCircuit: true };
  }
  return next(specifier, context);
}

export async function load(url, context, next) {
  const filename = url.startsWith('file:') ? fileURLToPath(url) : '';
  if (!/\.tsx?$/.test(filename)) return next(url, context);
  const jsc = filename.endsWith('x') ? component : swc.jsc;
  const { code } = transformSync(readFileSync(filename, 'utf8'), {
    ...swc,
    jsc,
    filename,
    sourceMaps: 'inline',
    swcrc: false,
  });
  return { format: 'module', source: code, shortCircuit: true };
}
