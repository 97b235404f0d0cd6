import { goalQuantities } from './goal-quantities.js';

const found = (goal: string, units: readonly string[]) =>
  goalQuantities(goal, units).map(({ number, unit }) => `${number} ${unit}`);

it('takes units as they are printed, whatever they would mean in a pattern', () => {
  expect(found('栽种 5 株(苗)', ['株(苗)'])).toEqual(['5 株(苗)']);
  expect(found('完成 7 a+b 及 8 x', ['a+b', '.'])).toEqual(['7 a+b']); // a point is a point, and not any sign
});

it.each(['(', '[', '*', '\\', '(?<', '(a+)+$', '$&'])('is not broken by the unit %s', (unit) => {
  expect(found(`完成 5 ${unit} 和 3 个`, [unit])).toContain(`5 ${unit}`);
  expect(found(`完成 ${'a'.repeat(5000)}! 和 3 个`, [unit])).toEqual(['3 个']);
});
