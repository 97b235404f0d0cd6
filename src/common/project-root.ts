import { existsSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** Where package.json lies: the compiled files are one folder deeper than the sources. */
function findProjectRoot(folder: string): string {
  if (existsSync(path.join(folder, 'package.json'))) return folder;
  return findProjectRoot(path.dirname(folder));
}

const ROOT = findProjectRoot(path.dirname(fileURLToPath(import.meta.url)));

/** A file that ships with the product, such as `policies` or `templates/mail`, wherever the service was started. */
export function fromProjectRoot(...segments: string[]): string {
  return path.join(ROOT, ...segments);
}
