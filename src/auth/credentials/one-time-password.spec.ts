import { oneTimePassword } from './one-time-password.js';

it('has more than 128 random bits', () => {
  const many = Array.from({ length: 500 }, () => oneTimePassword().replaceAll('-', ''));
  const alphabet = new Set(many.join(''));
  expect(new Set(many.map(({ length }) => length)).size).toBe(1);
  expect(many[0]!.length * Math.log2(alphabet.size)).toBeGreaterThan(128);
  expect(new Set(many).size).toBe(500);
});
