import { maskPhone } from '../../common/personal-data.js';
import { exact, isDecimal, plain } from '../../domain/exact.js';
import type { Indicator } from '../../targets/indicators/indicator.entity.js';
import type { WholeSheet } from '../../targets/sheets/target-sheet.entity.js';
import { printedKey } from '../../domain/printed/printed-key.js';
import type { RepairableRow, RepairableSheet } from '../repairs/applied/repairable-draft.js';
import { pairsOf } from './row-pairs.js';
import type { RecordDifference } from './record-differences.js';

export interface FieldDifference {
  /** Name of the indicator; null for the sheet itself. */
  readonly indicator: string | null;
  readonly field: string;
  readonly adopted: string | null;
  readonly imported: string | null;
}

/** `new`: nothing was adopted for this department, year and project yet. */
export interface SheetDifference {
  readonly sheet: number;
  readonly targetSheetId: string | null;
  readonly state: 'new' | 'same' | 'changed';
  readonly changes: readonly FieldDifference[];
  readonly records: readonly RecordDifference[];
}

type Fields = Readonly<Record<string, string | null>>;

export function differencesOf(
  draft: RepairableSheet,
  adopted: WholeSheet | null,
): Omit<SheetDifference, 'sheet' | 'records'> {
  if (!adopted) return { targetSheetId: null, state: 'new', changes: [] };
  const changes = [
    ...compared(null, headOf(adopted), headOfDraft(draft)),
    ...pairsOf(draft.indicators, adopted.indicators).flatMap(([imported, row]) => {
      if (!row)
        return [{ indicator: imported?.name ?? '', field: 'indicator', adopted: null, imported: imported?.raw ?? '' }];
      if (!imported) {
        // No document prints what was promised in prose.
        const isCommitment = exact(row.weight).equals(exact('0'));
        return isCommitment ? [] : [{ indicator: row.name, field: 'indicator', adopted: row.raw, imported: null }];
      }
      return compared(imported.name, fieldsOf(row), fieldsOfDraft(imported));
    }),
  ];
  return { targetSheetId: adopted.id, state: changes.length === 0 ? 'same' : 'changed', changes };
}

const sourcesOf = (sources: readonly { readonly name: string; readonly amount: string }[]): string | null =>
  sources.length === 0 ? null : sources.map(({ name, amount }) => `${name} ${plain(exact(amount))}`).join('、');
const goalsOf = (goals: readonly string[]): string | null => (goals.length === 0 ? null : goals.join('\n'));

/** Telephone numbers are told apart as far as they are shown. */
function headOf(sheet: WholeSheet): Fields {
  const { fundingTotal, fundingFiscal, fundingOther, fundingCarriedOver, fundingSources, executionWeight } = sheet;
  const { responsibleName, responsiblePhone, goals, published } = sheet;
  return {
    ...{ fundingTotal, fundingFiscal, fundingOther, fundingCarriedOver, fundingSources: sourcesOf(fundingSources) },
    ...{ executionWeight, responsibleName, responsiblePhone: responsiblePhone && maskPhone(responsiblePhone) },
    goals: goalsOf(goals.map(({ text }) => text)),
    publishedTotal: published?.total ?? null,
    publishedSpent: published?.spent ?? null,
    publishedExecutionRate: published?.executionRate ?? null,
    publishedExecutionScore: published?.executionScore ?? null,
  };
}

function headOfDraft({ funding, executionWeight, responsible, goals, published }: RepairableSheet): Fields {
  return {
    ...{ fundingTotal: funding.total, fundingFiscal: funding.fiscal, fundingOther: funding.other },
    ...{ fundingCarriedOver: funding.carriedOver, fundingSources: sourcesOf(funding.sources) },
    ...{ executionWeight, responsibleName: responsible.name },
    responsiblePhone: responsible.phone && maskPhone(responsible.phone),
    goals: goalsOf(goals),
    publishedTotal: published.total,
    publishedSpent: funding.spent,
    publishedExecutionRate: published.executionRate,
    publishedExecutionScore: published.executionScore,
  };
}

function fieldsOf(row: Indicator): Fields {
  const { name, level1, level2, comparator, targetUpper, unit, per, weight, rule, basis, previous } = row;
  return {
    ...{ name, level1, level2, comparator, target: row.target ?? row.targetText, targetUpper, unit, per, weight, rule },
    ...{ basis, previous, evidence: row.evidenceKind, aggregation: row.aggregation, endMonth: row.endMonth },
    publishedActual: row.published?.actual ?? null,
    publishedScore: row.published?.score ?? null,
  };
}

function fieldsOfDraft(row: RepairableRow): Fields {
  const { name, level1, level2, comparator, target, targetUpper, unit, per, weight, rule, basis, previous } = row;
  const isSaid = row.aggregationRaw !== null || row.decided.includes('aggregation');
  return {
    ...{ name, level1, level2, comparator, target, targetUpper, unit, per, weight, rule },
    ...{
      basis,
      previous,
      evidence: row.evidence,
      aggregation: isSaid ? row.aggregation : null,
      endMonth: row.endMonth,
    },
    publishedActual: row.actualRaw,
    publishedScore: row.publishedScore,
  };
}

/**
 * What the document does not say (a self-evaluation form prints no rule) is no difference; nor is what it is the first to
 * publish: that is compared with what was recorded here.
 */
function compared(indicator: string | null, adopted: Fields, imported: Fields): FieldDifference[] {
  return Object.entries(imported).flatMap(([field, value]) => {
    const before = adopted[field] ?? null;
    const isFirst = before === null && field.startsWith('published');
    return value === null || isFirst || isSame(before, value)
      ? []
      : [{ indicator, field, adopted: before, imported: value }];
  });
}

/** 50 and 50.00 are the same amount; where blanks stand, and how wide letters are, says nothing. */
function isSame(a: string | null, b: string): boolean {
  if (a === b || a === null) return a === b;
  return isDecimal(a) && isDecimal(b) ? exact(a).equals(exact(b)) : printedKey(a) === printedKey(b);
}
