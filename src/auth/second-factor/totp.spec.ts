import { Secret } from 'otpauth';
import { keyUri, newSecret, stepOf } from './totp.js';

/** RFC 6238, appendix B, SHA-1; the last six of its eight digits. */
const RFC = new Secret({ buffer: new TextEncoder().encode('12345678901234567890').buffer }).base32;

it.each([
  [59, '287082'],
  [1111111109, '081804'],
  [1234567890, '005924'],
  [20000000000, '353130'],
])('at %i s the code of the standard is %s', (seconds, code) => {
  expect(stepOf(RFC, code, new Date(seconds * 1000))).toBe(Math.floor(seconds / 30));
});

it.each([
  [-31, null],
  [-30, 37037036],
  [0, 37037036],
  [59, 37037036],
  [60, null],
])('a code is taken half a minute early and late, and no more: %i s', (off, step) => {
  const begins = 37037036 * 30;
  expect(stepOf(RFC, '081804', new Date((begins + off) * 1000))).toBe(step);
});

it('a secret has 160 bits, and the QR code says whose it is', () => {
  const secret = newSecret();
  expect(secret).toMatch(/^[A-Z2-7]{32}$/);
  expect(newSecret()).not.toBe(secret);
  expect(decodeURIComponent(keyUri(secret, 'zhang.shifan'))).toMatch(
    new RegExp(`^otpauth://totp/Jixiao:zhang.shifan\\?.*secret=${secret}`),
  );
});
