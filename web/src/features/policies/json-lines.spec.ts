import { jsonLines, lineOf } from './json-lines.js';

const TEXT = `{
  "name": "a, {b}: [c]",
  "lights": { "green": "1",
    "amber": "0.8" },
  "ratings": [
    { "from": "90" },
    { "from": "0" }
  ],
  "caps": []
}`;

test('every value of a JSON text has its line, and what is missing the line of what it belongs to', () => {
  const lines = jsonLines(TEXT);
  expect(lineOf(lines, '/name')).toBe(2);
  expect([lineOf(lines, '/lights/green'), lineOf(lines, '/lights/amber')]).toEqual([3, 4]);
  expect([lineOf(lines, '/ratings/0/from'), lineOf(lines, '/ratings/1/from')]).toEqual([6, 7]);
  expect(lineOf(lines, '/ratings/1/rating')).toBe(7);
  expect(lineOf(lines, '/caps')).toBe(9);
  expect(lineOf(lines, '/version')).toBe(1);
});
