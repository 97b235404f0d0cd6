import { hashToken, newToken } from './tokens.js';

describe('what guards a session', () => {
  const many = Array.from({ length: 500 }, () => Buffer.from(newToken(), 'base64url'));

  it('has 256 random bits, of which none stands still', () => {
    expect(new Set(many.map(({ length }) => length))).toEqual(new Set([32]));
    expect(new Set(many.map((token) => token.toString('hex'))).size).toBe(500);
    const set = Array.from(
      { length: 256 },
      (_, bit) => many.filter((token) => (token[bit >> 3]! >> (bit & 7)) & 1).length,
    );
    expect(Math.min(...set)).toBeGreaterThan(150); // of 500 about half: less than 150 in no life
    expect(Math.max(...set)).toBeLessThan(350);
  });

  it('is kept as SHA-256', () => {
    expect(hashToken('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
  });
});
