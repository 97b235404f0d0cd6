import { createReadStream } from 'node:fs';
import { open, readFile } from 'node:fs/promises';
import { Readable } from 'node:stream';
import type { ReadableStream } from 'node:stream/web';
import { Decrypter, Encrypter } from 'age-encryption';
import {
  backupDamaged,
  backupFileMissing,
  identityUnreadable,
  keyMissing,
  keyWrong,
  notABackup,
  recipientInvalid,
} from './errors.js';

/** What a backup is encrypted with: a public key (`age1…`), or a passphrase; neither, and it is not. */
export interface Seal {
  readonly recipient?: string;
  readonly passphrase?: string;
}

/** What opens an encrypted backup: the file of a secret key, or a passphrase. */
export interface Opener {
  readonly identityFile?: string;
  readonly passphrase?: string;
}

const AGE = Buffer.from('age-encryption.org/');
const SECRET_KEY = /^AGE-SECRET-KEY-(PQ-)?1\S+$/gm;

export const isSealing = ({ recipient, passphrase }: Seal): boolean => Boolean(recipient ?? passphrase);

type Sealing = (content: AsyncIterable<Uint8Array>) => Promise<AsyncIterable<Uint8Array>>;

/** How content is encrypted as it flows, in the open format of age. @throws DomainError `backup-recipient-invalid` */
export function sealingOf({ recipient, passphrase }: Seal): Sealing {
  if (!isSealing({ recipient, passphrase })) return (content) => Promise.resolve(content);
  const encrypter = new Encrypter();
  try {
    if (recipient) encrypter.addRecipient(recipient);
    else encrypter.setPassphrase(passphrase ?? '');
  } catch {
    throw recipientInvalid(recipient ?? '');
  }
  return (content) => encrypted(content, encrypter);
}

async function encrypted(content: AsyncIterable<Uint8Array>, encrypter: Encrypter): Promise<AsyncIterable<Uint8Array>> {
  const web = Readable.toWeb(Readable.from(content, { objectMode: false })) as globalThis.ReadableStream<Uint8Array>;
  return Readable.fromWeb((await encrypter.encrypt(web)) as unknown as ReadableStream);
}

/**
 * The content of a file, decrypted as it flows; what is not encrypted flows as it is.
 * @throws DomainError `not-found`, `backup-key-missing`, `backup-key-wrong`, `backup-key-unreadable`
 */
export async function unsealed(file: string, { identityFile, passphrase }: Opener): Promise<AsyncIterable<Uint8Array>> {
  if (!(await isSealed(file))) return createReadStream(file);
  if (identityFile === undefined && passphrase === undefined) throw keyMissing(file);
  const decrypter = new Decrypter();
  if (identityFile !== undefined) for (const key of await secretKeys(identityFile)) decrypter.addIdentity(key);
  if (passphrase !== undefined) decrypter.addPassphrase(passphrase);
  const web = Readable.toWeb(createReadStream(file)) as globalThis.ReadableStream<Uint8Array>;
  const plain = await decrypter.decrypt(web).catch((error: unknown) => {
    throw String(error).includes('no identity matched') ? keyWrong(file) : backupDamaged(file, String(error));
  });
  return Readable.fromWeb(plain as unknown as ReadableStream);
}

async function isSealed(file: string): Promise<boolean> {
  const handle = await open(file).catch(() => {
    throw backupFileMissing(file);
  });
  try {
    const { buffer, bytesRead } = await handle.read({ buffer: Buffer.alloc(AGE.length) }).catch(() => {
      throw notABackup(file); // such as a folder
    });
    return bytesRead === AGE.length && buffer.equals(AGE);
  } finally {
    await handle.close();
  }
}

async function secretKeys(file: string): Promise<string[]> {
  const text = await readFile(file, 'utf8').catch(() => '');
  const keys = text.match(SECRET_KEY);
  if (!keys) throw identityUnreadable(file);
  return keys;
}
