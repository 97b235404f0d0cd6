// Every spec of the rules in one Jest file, so that the modules are loaded once a mutant and not once a spec: five times
// as fast. Only stryker.config.mjs runs it.
import { readdirSync } from 'node:fs';
import { fromProjectRoot } from '../../src/common/project-root.js';

for (const folder of ['src/domain', 'src/scoring']) {
  for (const name of readdirSync(fromProjectRoot(folder), { encoding: 'utf8', recursive: true })) {
    if (name.endsWith('.spec.ts')) await import(fromProjectRoot(folder, name));
  }
}
