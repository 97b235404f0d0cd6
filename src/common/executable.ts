import { accessSync, constants } from 'node:fs';
import path from 'node:path';

/** Where programs of these names lie that this process may run: on the path first, then in the other folders. */
export function executables(names: readonly string[], otherFolders: readonly string[] = []): string[] {
  const folders = [...(process.env.PATH ?? '').split(path.delimiter), ...otherFolders];
  return folders.flatMap((folder) => names.map((name) => path.join(folder, name))).filter(isExecutable);
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
