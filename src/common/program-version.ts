import { readFileSync } from 'node:fs';
import { fromProjectRoot } from './project-root.js';

/** Version of this program, such as `0.1.0`. */
export const PROGRAM_VERSION = (
  JSON.parse(readFileSync(fromProjectRoot('package.json'), 'utf8')) as { readonly version: string }
).version;
