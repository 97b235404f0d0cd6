import { Secret, TOTP } from 'otpauth';

/** ASCII: the QR code is half as dense. */
const ISSUER = 'Jixiao';
/** 160 bits (RFC 4226, 4). */
const SECRET_BYTES = 20;
/** Seconds; with SHA-1 and six digits, as every authenticator app takes it (RFC 6238). */
const PERIOD = 30;
/** As many steps before and after are taken, for a clock that is a little off. */
const WINDOW = 1;

/** A new one, base32. */
export const newSecret = (): string => new Secret({ size: SECRET_BYTES }).base32;

const totpOf = (secret: string, label = ''): TOTP =>
  new TOTP({ issuer: ISSUER, label, secret, period: PERIOD, digits: 6, algorithm: 'SHA1' });

/** What the QR code says: `otpauth://totp/…`. */
export const keyUri = (secret: string, username: string): string => totpOf(secret, username).toString();

/** Which step the code is of, in half minutes since 1970; null: of none about that moment. */
export function stepOf(secret: string, code: string, at: Date): number | null {
  const timestamp = at.getTime();
  const delta = totpOf(secret).validate({ token: code, timestamp, window: WINDOW });
  return delta === null ? null : Math.floor(timestamp / 1000 / PERIOD) + delta;
}
