import { createHash, generateKeyPairSync, randomBytes, sign } from 'node:crypto';
import type { AuthenticationResponseJSON, RegistrationResponseJSON } from '@simplewebauthn/server';
import type { PasskeyToShow } from '../../src/auth/second-factor/passkeys/passkey-check.js';
import type { PasskeyToMake } from '../../src/auth/second-factor/passkeys/passkeys.service.js';

const [PRESENT, VERIFIED, HAS_KEY] = [0x01, 0x04, 0x40];

const sha256 = (bytes: string | Buffer): Buffer => createHash('sha256').update(bytes).digest();

/** CBOR (RFC 8949) of a short text. */
const text = (words: string): Buffer => Buffer.concat([Buffer.from([0x60 + words.length]), Buffer.from(words)]);
/** And of 24 to 255 bytes. */
const bytes = (content: Buffer): Buffer => Buffer.concat([Buffer.from([0x58, content.length]), content]);

/** What a browser and the security key in it do (WebAuthn level 3), for one credential: ES256, made with node:crypto. */
export class Authenticator {
  /** Where the browser stands, and for whom it signs. */
  origin = 'http://localhost:3000';
  rpId = 'localhost';
  /** Whether its user gives finger, face or PIN. */
  verifies = true;
  /** What its key says that it signs by, in CBOR: ES256 (COSE -7). */
  algorithm: readonly number[] = [0x26];
  /** It counts what it signs; null: it does not. */
  counter: number | null = 0;
  private readonly id = randomBytes(16);
  private readonly keys = generateKeyPairSync('ec', { namedCurve: 'P-256' });

  make({ publicKey: { challenge } }: PasskeyToMake): RegistrationResponseJSON {
    const length = Buffer.from([0, this.id.length]);
    const authData = this.authData(HAS_KEY, [Buffer.alloc(16), length, this.id, this.coseKey()]);
    const attestationObject = Buffer.concat([
      ...[Buffer.from([0xa3]), text('fmt'), text('none'), text('attStmt'), Buffer.from([0xa0])],
      ...[text('authData'), bytes(authData)],
    ]).toString('base64url');
    const clientDataJSON = this.clientData('webauthn.create', challenge).toString('base64url');
    return { ...this.named(), response: { clientDataJSON, attestationObject, transports: ['usb'] } };
  }

  show({ publicKey: { challenge } }: PasskeyToShow): AuthenticationResponseJSON {
    if (this.counter !== null) this.counter += 1;
    const authData = this.authData(0);
    const clientData = this.clientData('webauthn.get', challenge);
    const signature = sign('sha256', Buffer.concat([authData, sha256(clientData)]), this.keys.privateKey);
    return {
      ...this.named(),
      response: {
        clientDataJSON: clientData.toString('base64url'),
        authenticatorData: authData.toString('base64url'),
        signature: signature.toString('base64url'),
      },
    };
  }

  private named() {
    const id = this.id.toString('base64url');
    return { id, rawId: id, type: 'public-key' as const, clientExtensionResults: {} };
  }

  private clientData(type: string, challenge: string): Buffer {
    return Buffer.from(JSON.stringify({ type, challenge, origin: this.origin, crossOrigin: false }));
  }

  private authData(flags: number, attested: readonly Buffer[] = []): Buffer {
    const count = Buffer.alloc(4);
    count.writeUInt32BE(this.counter ?? 0);
    const shown = Buffer.from([PRESENT | (this.verifies ? VERIFIED : 0) | flags]);
    return Buffer.concat([sha256(this.rpId), shown, count, ...attested]);
  }

  /** RFC 9053, 7.1.1. */
  private coseKey(): Buffer {
    const { x = '', y = '' } = this.keys.publicKey.export({ format: 'jwk' });
    const [atX, atY] = [x, y].map((part) => bytes(Buffer.from(part, 'base64url')));
    return Buffer.concat([
      Buffer.from([0xa5, 1, 2, 3, ...this.algorithm, 0x20, 1, 0x21]),
      atX!,
      Buffer.from([0x22]),
      atY!,
    ]);
  }
}
