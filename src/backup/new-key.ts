import { generateX25519Identity, identityToRecipient } from 'age-encryption';
import { writeWholeFile } from '../common/whole-file.js';

/** Writes a secret key of age to a file that only its owner reads. @returns the public key */
export async function newKey(file: string): Promise<string> {
  const identity = await generateX25519Identity();
  const recipient = await identityToRecipient(identity);
  await writeWholeFile(file, Buffer.from(`# public key: ${recipient}\n${identity}\n`), 0o600);
  return recipient;
}
