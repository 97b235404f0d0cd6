import { COUNT, LEVEL } from '../../../test/support/judged.js';
import { exact, plain } from '../exact.js';
import type { Indicator, TargetFrom } from '../indicator.js';
import { monthOf } from '../calendar/month.js';
import { wholeYear } from '../calendar/window.js';
import { targetToDate } from './target-to-date.js';

const from = (month: number, target: string, more: Partial<TargetFrom> = {}): TargetFrom => ({
  from: monthOf(2026, month),
  comparator: '>=',
  target,
  targetUpper: null,
  ...more,
});

/** As scoring has it: the last target is the one in force. */
function revised(indicator: Indicator, targets: readonly TargetFrom[]): Indicator {
  const { from: _, ...held } = targets.at(-1)!;
  return { ...indicator, milestones: [], ...held, targets };
}

function dueBy(month: number, indicator: Indicator): string | null {
  const number = (text: string | null) => (text === null ? null : exact(text));
  const { comparator, target, targetUpper } = indicator;
  const printed = { comparator: comparator as '>=', target: exact(target!), upper: number(targetUpper) };
  const found = targetToDate(indicator, printed, monthOf(2026, month), wholeYear(2026));
  return found && plain(found.target.target);
}

describe('what is due of a sum that was revised', () => {
  it.each<[string, TargetFrom[], number, string]>([
    ['grows as before up to the revision', [from(1, '48'), from(7, '60')], 7, '30'],
    ['and from there evenly to the new target', [from(1, '48'), from(7, '60')], 10, '48'],
    ['which is all due with the last month', [from(1, '48'), from(7, '60')], 12, '60'],
    ['lowered, it is never more than the year asks for', [from(1, '48'), from(7, '12')], 7, '12'],
    ['lowered a little, it grows more slowly', [from(1, '48'), from(7, '30')], 9, '27'],
    ['bends at every revision', [from(1, '12'), from(4, '30'), from(10, '39')], 11, '33'],
    ['of two revisions of one month the last one holds', [from(1, '48'), from(7, '2'), from(7, '60')], 9, '42'],
    [
      'a ceiling bends like any other',
      [from(1, '48', { comparator: '<=' }), from(7, '60', { comparator: '<=' })],
      10,
      '48',
    ],
    ['by its own end all of it is due', [from(1, '48'), from(7, '30', { endMonth: '2026-08' })], 8, '30'],
    ['to which it grows from where it stood', [from(1, '48'), from(7, '30', { endMonth: '2026-08' })], 7, '27'],
    [
      'an end that was taken back leaves no gap',
      [from(1, '48'), from(5, '48', { endMonth: '2026-04' }), from(9, '48')],
      12,
      '48',
    ],
  ])('%s', (_, targets, month, expected) => {
    expect(dueBy(month, revised(COUNT, targets))).toBe(expected);
  });

  const planned = { milestones: [{ month: '2026-09', target: '50' }] };
  it.each([
    [from(7, '60', planned), 8, '42', 'it grows to the first milestone that is planned now'],
    [from(7, '60', planned), 10, '50', 'and then that milestone holds'],
  ])('with a plan: %#', (revision, month, expected) => {
    // 24 by June, 50 by September: 24 + 2 × 26 ÷ 3 would be 41.33…, so the old plan stood at 26 by June.
    const before = from(1, '48', { milestones: [{ month: '2026-06', target: '26' }] });
    expect(dueBy(month, revised(COUNT, [before, revision]))).toBe(expected);
  });

  it('of a level is the target in force', () => {
    expect(dueBy(8, revised(LEVEL, [from(1, '5'), from(7, '8')]))).toBe('8');
  });
});
