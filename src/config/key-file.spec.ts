import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { keyFile } from './key-file.js';

describe('a key file', () => {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'jixiao-key-'));
  afterAll(() => {
    rmSync(folder, { recursive: true });
  });

  it('is made once, for its owner alone', () => {
    const file = path.join(folder, 'new', 'secrets.key');
    const key = keyFile(file);
    expect(key).toHaveLength(32);
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(keyFile(file)).toEqual(key);
    expect(keyFile(path.join(folder, 'other.key'))).not.toEqual(key);
  });

  it('that holds something else is not replaced', () => {
    const file = path.join(folder, 'broken.key');
    writeFileSync(file, 'half a ke');
    expect(() => keyFile(file)).toThrow(/broken\.key.*32/);
  });
});
