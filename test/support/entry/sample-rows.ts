import { readPolicies } from '../../../src/policies/policies.js';
import { setClock } from '../../../web/src/api/clock.js';
import type { IndicatorMonths } from '../../../web/src/api/types.js';
import { type GridEntry, gridEntry } from '../../../web/src/features/entry/grid/grid-entry.js';
import type { GridRow } from '../../../web/src/features/entry/grid/grid-rows.js';
import { NOTHING } from '../../../web/src/features/entry/typed.js';

const [policy] = readPolicies().values();

type Entry = IndicatorMonths['entries'][number];

/** An entry of a month, as the service lists it. */
export const entryOf = (month: string, changes: Partial<Entry> = {}): Entry => ({
  ...NOTHING,
  id: `${month} of it`,
  month,
  status: 'draft',
  version: 1,
  late: false,
  submittedBy: null,
  submittedAt: null,
  lastApproved: null,
  confirmed: [],
  authors: [],
  updatedAt: '2026-11-01T00:00:00.000Z',
  ...changes,
});

/** A count that is entered every month, until it is told otherwise. */
export const indicatorOf = (name: string, changes: Partial<IndicatorMonths> = {}): IndicatorMonths =>
  ({
    id: name,
    name,
    level1: '产出指标',
    level2: '数量指标',
    comparator: '>=',
    target: '12',
    targetUpper: null,
    targetText: null,
    unit: '次',
    per: null,
    rule: null,
    weight: '5',
    aggregation: 'sum',
    measureId: null,
    targets: [],
    sheet: { id: '甲表', project: '甲项目', policy: policy?.name ?? '' },
    department: { id: '示例', name: '示例单位' },
    section: null,
    closedMonths: [],
    entries: [],
    ...changes,
  }) as unknown as IndicatorMonths;

export const rowOf = (row: number, ...indicators: [IndicatorMonths, ...IndicatorMonths[]]): GridRow => ({
  id: indicators[0].measureId ?? indicators[0].id,
  isMeasure: indicators[0].measureId !== null,
  row,
  indicators,
});

/** As it stands on 1 November 2026, whatever the day is. */
export function gridEntryOf(row: GridRow, month: string): GridEntry {
  if (!policy) throw new Error('no policies');
  setClock({ timeZone: 'Asia/Shanghai', now: '2026-11-01T02:00:00.000Z' });
  return gridEntry(row, month, policy);
}
