import { endsUndue, type Owing } from './due.js';
import { wholeYear } from '../calendar/window.js';

const owing = (fields: Partial<Owing>): Owing => ({ comparator: '>=', target: '1', aggregation: 'sum', ...fields });
const YEAR = wholeYear(2026);
const undue = (fields: Partial<Owing>): boolean =>
  endsUndue(owing(fields), { ...YEAR, last: fields.endMonth ?? YEAR.last });

describe('an indicator that ends before anything of it is due', () => {
  it.each([
    ['a quarter', { aggregation: 'each-quarter', endMonth: '2026-02' }, true],
    ['a quarter that was over', { aggregation: 'each-quarter', endMonth: '2026-03' }, false],
    ['a half-year', { aggregation: 'each-half-year', endMonth: '2026-05' }, true],
    ['a day', { comparator: 'by', target: '2026-09-30', aggregation: 'completed-on', endMonth: '2026-08' }, true],
    ['a day of its last month', { comparator: 'by', target: '2026-09-30', endMonth: '2026-09' }, false],
    ['a survey of December', { dueMonth: 12, endMonth: '2026-11' }, true],
    ['a survey that does not end', { dueMonth: 12 }, false],
    ['every month', { endMonth: '2026-01' }, false],
  ] as const)('%s', (_, fields, expected) => {
    expect(undue(fields)).toBe(expected);
  });
});
