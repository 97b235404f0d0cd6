import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { Injectable } from '@nestjs/common';
import { Configuration } from '../../config/configuration.js';
import { keyFile } from '../../config/key-file.js';
import { secretsKeyDiffers } from './errors.js';

const CIPHER = 'aes-256-gcm';
const [NONCE, TAG] = [12, 16];

/** Seals what the database keeps and must not know: AES-256-GCM, with a key in a file. */
@Injectable()
export class SecretBox {
  readonly file: string;
  private key?: Buffer;

  constructor({ DATA_DIR, SECRETS_KEY_FILE }: Configuration) {
    this.file = SECRETS_KEY_FILE ?? path.join(DATA_DIR, 'secrets.key');
  }

  /** @param owner whose it is: sealed for one, it does not open for another */
  seal(secret: string, owner: string): string {
    const nonce = randomBytes(NONCE);
    const cipher = createCipheriv(CIPHER, this.theKey(), nonce).setAAD(Buffer.from(owner));
    const sealed = Buffer.concat([cipher.update(secret, 'utf8'), cipher.final()]);
    return Buffer.concat([nonce, sealed, cipher.getAuthTag()]).toString('base64url');
  }

  /** @throws DomainError `secrets-key-differs` */
  open(sealed: string, owner: string): string {
    const bytes = Buffer.from(sealed, 'base64url');
    const decipher = createDecipheriv(CIPHER, this.theKey(), bytes.subarray(0, NONCE), { authTagLength: TAG })
      .setAAD(Buffer.from(owner))
      .setAuthTag(bytes.subarray(-TAG));
    try {
      return Buffer.concat([decipher.update(bytes.subarray(NONCE, -TAG)), decipher.final()]).toString('utf8');
    } catch {
      throw secretsKeyDiffers(this.file);
    }
  }

  /** Whether it is sealed for that owner with the key of now. Makes none where there is none: the former one may yet be put back. */
  opens(sealed: string, owner: string): boolean {
    if (!existsSync(this.file)) return false;
    try {
      this.open(sealed, owner);
      return true;
    } catch {
      return false;
    }
  }

  /** Even where nothing is sealed yet. */
  makeKey(): void {
    this.theKey();
  }

  /** Made when the first secret is sealed: most installations have none. */
  private theKey(): Buffer {
    this.key ??= keyFile(this.file);
    return this.key;
  }
}
