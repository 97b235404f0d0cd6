import { exact, isDecimal, plain, sum } from '@domain/exact.js';
import type { Milestone } from '../../../api/indicators.js';
import type { ReviseSheet } from '../../../api/sheets.js';
import type { SheetIndicator, TargetSheet } from '../../../api/types.js';

type RevisedRow = ReviseSheet['indicators'][number];

/** A line of the form: an indicator as it is to be. */
export interface GivenRow {
  readonly indicatorId: string;
  readonly raw: string;
  readonly weight: string;
  readonly rule: string;
  readonly endMonth: string | null;
  readonly milestones: readonly Partial<Milestone>[];
}

export interface GivenRevision {
  readonly effectiveMonth: string;
  readonly reason: string;
  readonly waiver?: string;
  readonly indicators: readonly GivenRow[];
}

/** Of an indicator whose document prints no rule. */
export const NO_RULE = 'none';

export const rowOf = ({ id, raw, weight, rule, endMonth, milestones }: SheetIndicator): GivenRow => ({
  indicatorId: id,
  raw,
  weight,
  rule: rule ?? NO_RULE,
  endMonth,
  milestones,
});

/** What was changed in the form, and that alone: a field that nobody touched stays as it is stored by then. */
export function bodyOf(given: GivenRevision, begun: TargetSheet): ReviseSheet {
  const { effectiveMonth, reason, waiver } = given;
  const known = new Map(begun.indicators.map((indicator) => [indicator.id, indicator]));
  const saidWaiver = waiver?.trim() ?? '';
  const indicators = given.indicators.map((row) => changedOf(row, known.get(row.indicatorId)));
  return { effectiveMonth, reason: reason.trim(), waiver: saidWaiver === '' ? null : saidWaiver, indicators };
}

function changedOf({ indicatorId, ...row }: GivenRow, before: SheetIndicator | undefined): RevisedRow {
  const was = before && rowOf(before);
  const milestones = row.milestones.flatMap(({ month, target }) => (month && target ? [{ month, target }] : []));
  return {
    indicatorId,
    ...(row.raw.trim() !== was?.raw && { raw: row.raw.trim() }),
    ...(row.weight.trim() !== was?.weight && { weight: row.weight.trim() }),
    ...(row.rule !== was?.rule && row.rule !== NO_RULE && { rule: row.rule as NonNullable<RevisedRow['rule']> }),
    ...((row.endMonth ?? null) !== was?.endMonth && { endMonth: row.endMonth ?? null }),
    ...(JSON.stringify(milestones) !== JSON.stringify(was?.milestones) && { milestones }),
  };
}

/** What the weights of what goes on to the year's end give, with the points for execution; null while one is no number. */
export function weightTotal(given: readonly GivenRow[], sheet: TargetSheet, execution: string): string | null {
  const rows = new Map(given.map((row) => [row.indicatorId, row]));
  const weights = sheet.indicators.flatMap(({ id, weight, endMonth }) => {
    const row = rows.get(id);
    if ((row ? row.endMonth : endMonth) != null) return [];
    return [row ? row.weight.trim() : weight];
  });
  return weights.every(isDecimal) ? plain(sum([...weights, execution].map(exact))) : null;
}
