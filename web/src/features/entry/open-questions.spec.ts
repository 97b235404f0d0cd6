import { entryOf, gridEntryOf, indicatorOf, rowOf } from '../../../../test/support/entry/sample-rows.js';
import type { IndicatorMonths } from '../../api/types.js';
import { stateOf } from './cell-state.js';
import { openQuestions } from './open-questions.js';
import { NOTHING, type Typed } from './typed.js';

const MONTH = '2026-10';
const asked = (changes: Partial<Typed>, ...indicators: [IndicatorMonths, ...IndicatorMonths[]]): string[] =>
  openQuestions(gridEntryOf(rowOf(0, ...indicators), MONTH), { ...NOTHING, ...changes }).map(({ code }) => code);

describe('what is asked about a value at its cell', () => {
  const usual = { entries: [entryOf('2026-09', { value: '3', status: 'approved' })], target: '60' };

  it('is what the service would ask: far above the other months, beyond the target', () => {
    expect(asked({ value: '9' }, indicatorOf('一', usual))).toEqual([]);
    expect(asked({ value: '10' }, indicatorOf('一', usual))).toEqual(['far-above-usual']);
    expect(asked({ value: '61' }, indicatorOf('一', usual))).toEqual(['far-above-usual', 'beyond-target']);
  });

  it('goes by what was handed in: a draft of another month is no measure', () => {
    expect(
      asked({ value: '50' }, indicatorOf('一', { ...usual, entries: [entryOf('2026-09', { value: '3' })] })),
    ).toEqual([]);
  });

  it('is not asked again once it is answered, nor of what cannot be read', () => {
    const confirmed: Typed['confirmed'] = ['far-above-usual'];
    expect(asked({ value: '61', confirmed }, indicatorOf('一', usual))).toEqual(['beyond-target']);
    expect(asked({ value: '6,1' }, indicatorOf('一', usual))).toEqual([]);
  });

  it('goes by the target that held in the month', () => {
    const from = {
      comparator: '>=',
      targetUpper: null,
      targetText: null,
      unit: '次',
      weight: '5',
      rule: null,
    } as const;
    const raised = [
      { ...from, from: '2026-01', target: '40' },
      { ...from, from: '2026-11', target: '100' },
    ];
    expect(asked({ value: '50' }, indicatorOf('一', { target: '100', targets: raised }))).toEqual(['beyond-target']);
  });

  it('is asked once for all that a shared figure feeds', () => {
    const shared = { measureId: '共用', target: '20' };
    const two = [indicatorOf('一', shared), indicatorOf('二', shared)] as const;
    expect(asked({ value: '30' }, ...two)).toEqual(['beyond-target']);
  });

  it('shows in the state of a draft', () => {
    const stateWith = (changes: Partial<Typed>) => {
      const entries = [...usual.entries, entryOf(MONTH, { value: '10', ...changes } as object)];
      return stateOf(gridEntryOf(rowOf(0, indicatorOf('一', { ...usual, entries })), MONTH), undefined);
    };
    expect([stateWith({}), stateWith({ confirmed: ['far-above-usual'] })]).toEqual(['asked', 'draft']);
  });
});

it('what has ended is not asked for, and takes nothing more', () => {
  const entry = gridEntryOf(rowOf(0, indicatorOf('一', { endMonth: '2026-08' })), MONTH);
  expect([entry.lock, stateOf(entry, undefined)]).toEqual(['ended', 'ended']);
});
