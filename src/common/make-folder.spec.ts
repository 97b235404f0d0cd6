import { mkdtempSync, statSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { makeFolder } from './make-folder.js';

describe('a folder', () => {
  const root = mkdtempSync(path.join(os.tmpdir(), 'jixiao-folders-'));

  it('is made with those above it, and once more without harm', () => {
    const folder = path.join(root, 'a', 'b', 'c');
    makeFolder(folder, 0o700);
    makeFolder(folder, 0o700);
    expect([statSync(folder).isDirectory(), statSync(folder).mode & 0o777]).toEqual([true, 0o700]);
  });

  it('that nobody can make is refused at once', () => {
    writeFileSync(path.join(root, 'file'), '');
    for (const [place, code] of [
      ['file', 'EEXIST'],
      ['file/below', 'ENOTDIR'],
    ] as const)
      expect(() => {
        makeFolder(path.join(root, place));
      }).toThrow(code);
    if (process.platform !== 'linux') return;
    expect(() => {
      makeFolder('/proc/nope/at/all');
    }).toThrow('ENOENT');
  });
});
