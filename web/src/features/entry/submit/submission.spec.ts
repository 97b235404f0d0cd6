import { entryOf, gridEntryOf, indicatorOf, rowOf } from '../../../../../test/support/entry/sample-rows.js';
import type { IndicatorMonths } from '../../../api/types.js';
import type { GridEntry } from '../grid/grid-entry.js';
import { type InHand, typedInto } from '../saving/in-hand.js';
import type { Typed } from '../typed.js';
import { submissionOf } from './submission.js';

const MONTH = '2026-10';
const draft = entryOf(MONTH, { value: '5', version: 3 });

const grid = (...indicators: readonly IndicatorMonths[]): GridEntry[] =>
  indicators.map((indicator, index) => gridEntryOf(rowOf(index, indicator), MONTH));
const typing = ({ subject, stored }: GridEntry, changes: Partial<Typed>): ReadonlyMap<string, InHand> => {
  const hand = typedInto(undefined, subject, stored, changes);
  return new Map(hand ? [[subject.key, hand]] : []);
};
const names = (entries: readonly { readonly entry: GridEntry }[]) => entries.map(({ entry }) => entry.subject.name);

describe('what is handed in', () => {
  it('is what is stored, in the version that the screen shows', () => {
    const { lines } = submissionOf(grid(indicatorOf('一', { entries: [draft] })), new Map());
    expect(lines.map(({ seen }) => seen)).toEqual([[{ indicatorId: '一', month: MONTH, version: 3 }]]);
  });

  it.each([
    ['typed and not saved yet', { value: '6' }, 'typing'],
    ['no number', { value: '1,5' }, 'invalid'],
    ['emptied', { value: null, note: '见台账' }, 'invalid'],
  ])('leaves out, by name, a row that is %s: not its former draft', (_, changes, state) => {
    const entries = grid(indicatorOf('一', { entries: [draft] }), indicatorOf('二', { entries: [draft] }));
    const { lines, heldBack } = submissionOf(entries, typing(entries[0]!, changes));
    expect([names(lines), names(heldBack), heldBack[0]?.state]).toEqual([['二'], ['一'], state]);
  });

  it('names what is owed and empty, and says nothing of what is not due', () => {
    const quarter = indicatorOf('季', { aggregation: 'each-quarter', per: 'quarter' });
    const { missing } = submissionOf(grid(indicatorOf('一'), quarter), new Map());
    expect(missing.map(({ subject }) => subject.name)).toEqual(['一']);
  });

  it('may be what came back and was answered with evidence alone', () => {
    const returned = entryOf(MONTH, { value: '5', status: 'returned' });
    const { lines } = submissionOf(grid(indicatorOf('一', { entries: [returned] })), new Map());
    expect(lines).toMatchObject([{ isReturned: true }]);
  });

  it('is nothing that was handed in or approved already', () => {
    const entries = (['submitted', 'approved'] as const).map((status) => [entryOf(MONTH, { value: '5', status })]);
    expect(
      submissionOf(grid(...entries.map((own, index) => indicatorOf(String(index), { entries: own }))), new Map()),
    ).toEqual({
      lines: [],
      heldBack: [],
      missing: [],
    });
  });

  it('is the entry of every sheet that a shared measure feeds', () => {
    const shared = { measureId: '共用', entries: [draft] };
    const row = rowOf(0, indicatorOf('一', shared), indicatorOf('二', shared));
    const { lines } = submissionOf([gridEntryOf(row, MONTH)], new Map());
    expect(lines[0]?.seen.map(({ indicatorId }) => indicatorId)).toEqual(['一', '二']);
  });
});
