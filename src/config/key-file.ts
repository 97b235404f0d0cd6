import { randomBytes } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { makeFolder } from '../common/make-folder.js';

const BYTES = 32;

/**
 * A secret key that lies outside the database: whoever reads that, or a backup of it, has not got the key. 32 bytes,
 * base64url, in a file that only its owner reads; made where there is none.
 * @throws the error of the file system; Error where the file holds something else
 */
export function keyFile(file: string): Buffer {
  const key = Buffer.from(readOrMake(file).trim(), 'base64url');
  if (key.length !== BYTES) throw new Error(`${file}: 不是密钥文件 / not a key of ${BYTES} bytes`);
  return key;
}

function readOrMake(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  }
  makeFolder(path.dirname(file), 0o700);
  try {
    writeFileSync(file, `${randomBytes(BYTES).toString('base64url')}\n`, { flag: 'wx', mode: 0o600 });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error; // another process was first
  }
  return readFileSync(file, 'utf8');
}
