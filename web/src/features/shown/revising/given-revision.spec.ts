import type { TargetSheet } from '../../../api/types.js';
import { bodyOf, type GivenRow, rowOf, weightTotal } from './given-revision.js';

const indicator = (id: string, more: object = {}) => ({
  ...{ id, raw: '≥60次', weight: '45', rule: 'proportional', endMonth: null, milestones: [] },
  ...more,
});
const PLANNED = [{ month: '2026-06', target: '30' }];
const SHEET = {
  indicators: [indicator('a'), indicator('b', { rule: null, milestones: PLANNED }), indicator('c', { weight: '0' })],
} as unknown as TargetSheet;
const row = (id: string, more: Partial<GivenRow> = {}): GivenRow => ({
  ...rowOf(SHEET.indicators.find((one) => one.id === id)!),
  ...more,
});
const sent = (...indicators: GivenRow[]) =>
  bodyOf({ effectiveMonth: '2026-07', reason: ' 市里要求 ', waiver: ' ', indicators }, SHEET);

describe('what is sent of a revision', () => {
  it('is what was changed alone: a field that nobody touched would take back what others saved meanwhile', () => {
    expect(sent(row('a'), row('b')).indicators).toEqual([{ indicatorId: 'a' }, { indicatorId: 'b' }]);
    const changed = row('a', { raw: ' ≥50次', weight: '40', rule: 'direct', endMonth: '2026-09' });
    expect(sent(changed, row('b', { milestones: [] })).indicators).toEqual([
      { indicatorId: 'a', raw: '≥50次', weight: '40', rule: 'direct', endMonth: '2026-09' },
      { indicatorId: 'b', milestones: [] },
    ]);
  });

  it('has no waiver where none is said', () => {
    expect(sent(row('a'))).toMatchObject({ reason: '市里要求', waiver: null });
  });
});

describe('what the weights give', () => {
  it.each<[string, GivenRow[], string | null]>([
    ['nothing changed', [], '100'],
    ['one weight', [row('a', { weight: '40' })], '95'],
    [
      'what ends leaves its points to the others',
      [row('a', { endMonth: '2026-09' }), row('b', { weight: '90' })],
      '100',
    ],
    ['one is no number yet', [row('a', { weight: '4x' })], null],
  ])('with the points for execution: %s', (_, rows, total) => {
    expect(weightTotal(rows, SHEET, '10')).toBe(total);
  });
});
