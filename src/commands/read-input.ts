import { readFile, stat } from 'node:fs/promises';
import { inputTooLarge, inputUnreadable } from './errors.js';

/** No published document comes near it; a wrong file should not fill the memory first. */
const LIMIT = 200 * 1024 * 1024;

/** @throws DomainError `file-unreadable`, `file-too-large` */
export async function readInput(file: string): Promise<Buffer> {
  const info = await stat(file).catch((error: unknown) => {
    throw inputUnreadable(file, error);
  });
  if (info.size > LIMIT) {
    throw inputTooLarge(file, LIMIT / 1024 / 1024);
  }
  return readFile(file).catch((error: unknown) => {
    throw inputUnreadable(file, error);
  });
}
