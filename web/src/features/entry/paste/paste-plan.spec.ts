import { entryOf, gridEntryOf, indicatorOf, rowOf } from '../../../../../test/support/entry/sample-rows.js';
import { entryKind } from '@domain/entries/entry-rules.js';
import type { IndicatorMonths } from '../../../api/types.js';
import { cellsOf } from '../check-typed.js';
import { changesInField } from '../reading/entry-text.js';
import { parseTsv } from './parse-tsv.js';
import { type PasteRow, planPaste } from './paste-plan.js';

const MONTH = '2026-10';
const OTHER = { id: '乙表', project: '乙项目', policy: 'national-2020' };
const RATIO = { aggregation: 'ratio', unit: '%', target: '95' } as const;
const GRADE = { comparator: 'qualitative', aggregation: null, target: null, targetText: '提升' } as const;

const pasteRows = (...indicators: readonly IndicatorMonths[]): PasteRow[] =>
  indicators.map((indicator, index) => {
    const seen = gridEntryOf(rowOf(index, indicator), MONTH);
    const typed = seen.stored.content;
    return {
      sheetId: indicator.sheet.id,
      cells: cellsOf(indicator).map((field) => ({
        seen,
        typed,
        lock: seen.lock ?? (typed.notApplicable ? ('not-applicable' as const) : null),
        changesFor: (text: string) => changesInField(text, entryKind(indicator), field),
      })),
    };
  });
const START = { row: 0, column: 0 };
const plan = (rows: PasteRow[], text: string, across = false) => planPaste(rows, START, parseTsv(text), across);
const changesOf = ({ entries }: ReturnType<typeof planPaste>) =>
  entries.map(({ seen, changes }) => [seen.subject.name, changes]);

describe('what a pasted block would do', () => {
  it('stays with its rows where a cell holds a line break, and goes into no other sheet', () => {
    const rows = pasteRows(
      indicatorOf('一'),
      indicatorOf('二', RATIO),
      indicatorOf('三'),
      indicatorOf('四', { sheet: OTHER }),
    );
    const planned = plan(rows, '"4\n(含夜巡)"\n19\t20\n100');
    expect(changesOf(planned)).toEqual([
      ['一', { value: '4 (含夜巡)' }],
      ['二', { numerator: '19', denominator: '20' }],
      ['三', { value: '100' }],
    ]);
    expect(planned).toMatchObject({ filled: 3, invalid: 1, elsewhere: 0, beyond: 0 });
    expect(planned.entries[0]?.problem?.code).toBe('number');
  });

  it('runs on into the next sheet only where the person says so', () => {
    const rows = pasteRows(indicatorOf('一'), indicatorOf('二', { sheet: OTHER }));
    expect(plan(rows, '1\n2')).toMatchObject({ filled: 1, elsewhere: 1 });
    expect(plan(rows, '1\n2', true)).toMatchObject({ filled: 2, elsewhere: 0 });
  });

  it('skips what is locked or not applicable, and counts it by why', () => {
    const locked = entryOf(MONTH, { value: '3', status: 'approved' });
    const none = entryOf(MONTH, { notApplicable: true, notApplicableReason: '本月无此项' });
    const rows = pasteRows(
      indicatorOf('一', { entries: [locked] }),
      indicatorOf('二', { entries: [none] }),
      indicatorOf('三'),
    );
    const planned = plan(rows, '1\n2\n3');
    expect(changesOf(planned)).toEqual([['三', { value: '3' }]]);
    expect([...planned.locked]).toEqual([
      ['approved', 1],
      ['not-applicable', 1],
    ]);
  });

  it('says of how many entries it is a total since January that is asked for', () => {
    const rows = pasteRows(indicatorOf('一', { firstMonth: MONTH }), indicatorOf('二'));
    expect(plan(rows, '9\n1')).toMatchObject({ filled: 2, totals: 1 });
  });

  it('says how much has no room, to the right and below', () => {
    expect(plan(pasteRows(indicatorOf('一')), '1\t2\n3')).toMatchObject({ filled: 1, beyond: 2 });
  });

  it('leaves alone what stands behind an empty cell, as merged cells are copied', () => {
    const rows = pasteRows(indicatorOf('一', { entries: [entryOf(MONTH, { value: '3' })] }), indicatorOf('二'));
    const planned = plan(rows, '\n5');
    expect(changesOf(planned)).toEqual([['二', { value: '5' }]]);
    expect(planned.blank).toBe(1);
  });

  it('is half of a ratio for nobody: both cells are marked', () => {
    expect(plan(pasteRows(indicatorOf('一', RATIO)), '19\t#N/A')).toMatchObject({ filled: 0, invalid: 2 });
  });

  it.each([
    ['12/17', RATIO, { numerator: '12', denominator: '17' }],
    ['达成 0.9', GRADE, { grade: '达成', coefficient: '0.9' }],
  ])('%s in one cell fills the whole entry', (text, kind, changes) => {
    expect(changesOf(plan(pasteRows(indicatorOf('一', kind)), `${text}\n`))).toEqual([['一', changes]]);
  });

  it.each(['=SUM(A1:A3)', '#REF!', '2026/9/30', '👍', '1,5'])('%s is marked with its own words', (text) => {
    const [entry] = plan(pasteRows(indicatorOf('一')), text).entries;
    expect(entry?.problem?.message.zh).toContain(text);
  });

  it('of ten thousand rows fills what there is and counts the rest', () => {
    const block = Array.from({ length: 10_000 }, (_, row) => String(row)).join('\n');
    expect(plan(pasteRows(indicatorOf('一'), indicatorOf('二')), block)).toMatchObject({ filled: 2, beyond: 9998 });
  });
});
