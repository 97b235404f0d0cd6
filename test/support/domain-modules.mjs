// Prints, as JSON, every module that a browser build of src/domain consists of, and whatever it leaves to be imported.
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';

const domain = fileURLToPath(new URL('../../src/domain/', import.meta.url));
const input = readdirSync(domain, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts') && !file.endsWith('.spec.ts'))
  .map((file) => path.join(domain, file));
const modules = new Set();
const listModules = {
  name: 'list-modules',
  generateBundle(_, bundle) {
    const chunks = Object.values(bundle).filter(({ type }) => type === 'chunk');
    const names = new Set(chunks.map(({ fileName }) => fileName));
    for (const { moduleIds, imports } of chunks) {
      for (const id of [...moduleIds, ...imports]) if (!names.has(id)) modules.add(id);
    }
  },
};
await build({
  configFile: false,
  logLevel: 'silent',
  root: domain,
  plugins: [listModules],
  build: { write: false, minify: false, rolldownOptions: { input, preserveEntrySignatures: 'strict' } },
});
console.log(JSON.stringify([...modules]));
