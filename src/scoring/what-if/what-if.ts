import type { Problem } from '../../domain/domain-error.js';
import { checkEntry } from '../../domain/entries/entry-rules.js';
import { statisticsOf } from '../../domain/entries/entry-statistics.js';
import type { MonthlyEntry } from '../../domain/indicator.js';
import { type Month, yearOf } from '../../domain/calendar/month.js';
import type { Policy } from '../../domain/policy.js';
import type { SheetFacts } from '../scored-sheet.js';
import { assumptionInvalid } from './errors.js';
import { outsideYear } from '../../domain/calendar/fiscal-year.js';

/** What if this month of this indicator were so? It stands for the entry that is there, if any. */
export interface AssumedEntry extends MonthlyEntry {
  readonly indicatorId: string;
}

/**
 * The facts of a sheet as if these entries were approved.
 * @param facts with their entries
 * @throws DomainError `what-if-invalid`
 */
export function assuming(facts: SheetFacts, assumed: readonly AssumedEntry[], asOf: Month, policy: Policy): SheetFacts {
  const problems = assumed.flatMap((entry, index) => problemsOf(facts, entry, index, policy));
  if (problems.length > 0) throw assumptionInvalid(problems);
  return {
    ...facts,
    indicators: facts.indicators.map((known) => {
      const own = assumed.filter(({ indicatorId, month }) => indicatorId === known.indicator.id && month <= asOf);
      if (own.length === 0) return known;
      const months = new Map((known.entries ?? []).map((entry) => [entry.month, entry]));
      for (const { indicatorId: _, ...entry } of own) months.set(entry.month, entry);
      const entries = [...months.values()];
      return { ...known, entries, statistics: statisticsOf(entries) };
    }),
  };
}

function problemsOf(
  facts: SheetFacts,
  { indicatorId, ...entry }: AssumedEntry,
  index: number,
  policy: Policy,
): Problem[] {
  const pointer = `/entries/${index}`;
  const known = facts.indicators.find(({ indicator }) => indicator.id === indicatorId);
  if (!known) {
    const message = { zh: '该指标不在这张表里。', en: 'The indicator is not in this sheet.' };
    return [{ code: 'indicator-of-other-sheet', pointer: `${pointer}/indicatorId`, message }];
  }
  if (yearOf(entry.month) !== facts.fiscalYear) {
    const message = outsideYear(entry.month, facts.fiscalYear);
    return [{ code: 'month-outside-year', pointer: `${pointer}/month`, message }];
  }
  return checkEntry(known.indicator, entry, policy).map((problem) => ({
    ...problem,
    pointer: pointer + problem.pointer,
  }));
}
