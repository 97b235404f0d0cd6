import { Ajv, type ErrorObject } from 'ajv';
import { defaultAggregation } from '../../domain/printed/default-aggregation.js';
import type { Problem } from '../../domain/domain-error.js';
import { checkEntry } from '../../domain/entries/entry-rules.js';
import { statisticsOf } from '../../domain/entries/entry-statistics.js';
import type { Indicator, MonthlyEntry, Period } from '../../domain/indicator.js';
import { type Month, monthOf, yearOf } from '../../domain/calendar/month.js';
import type { Policy } from '../../domain/policy.js';
import { explain } from '../../domain/scoring/explain.js';
import { scoreSheet, type SheetScore } from '../../domain/scoring/sheet-score.js';
import { policyNamed, type Policies } from '../../policies/policies.js';
import { EXPECTED_FORMS, SCORE_CASE_SCHEMA } from './score-case.schema.js';
import { caseInvalid } from './errors.js';
import { outsideYear } from '../../domain/calendar/fiscal-year.js';

type CaseIndicator = Pick<Indicator, 'name' | 'comparator' | 'weight'> &
  Partial<Omit<Indicator, 'dueMonth'>> & { readonly per?: Period | null };
type CaseEntry = Omit<MonthlyEntry, 'month'> & { readonly indicator: number; readonly period: Month };

/** One case of `jixiao score FILE`: a sheet, what was reported, and the policy to judge it by (design, domain §10). */
export interface ScoreCase {
  readonly policy: string;
  readonly asOf: Month;
  readonly sheet: {
    readonly fiscalYear: number;
    readonly funding?: { readonly total?: string | null } | null;
    readonly indicators: readonly CaseIndicator[];
  };
  readonly executionWeight?: string | null;
  readonly adjustedBudget?: string | null;
  readonly budget?: readonly { readonly period: Month; readonly spent: string }[];
  readonly entries: readonly CaseEntry[];
}

const isScoreCase = new Ajv({ allErrors: true, strict: false }).compile<ScoreCase>(SCORE_CASE_SCHEMA);

/**
 * Scores a case given as JSON; `explanation` gains its sentences.
 * @throws DomainError `case-invalid` with a JSON pointer for everything that is wrong.
 */
export function scoreCase(json: unknown, policies: Policies) {
  if (!isScoreCase(json)) throw caseInvalid((isScoreCase.errors ?? []).map(schemaProblem));
  const policy = policyNamed(policies, json.policy);
  const indicators = json.sheet.indicators.map(completed);
  const problems = checkEntries(json, indicators, policy);
  if (problems.length > 0) throw caseInvalid(problems);
  return presented(scoreSheet(sheetOf(json, indicators), json.asOf, policy));
}

/** The published sheet may leave open how months add up, and give text as the target of a qualitative indicator. */
function completed(indicator: CaseIndicator): Indicator {
  const { name, comparator, target = null, targetUpper = null, unit = null, rule = null, weight } = indicator;
  const per = indicator.per ?? null;
  const aggregation = indicator.aggregation ?? defaultAggregation({ name, unit, per, comparator });
  const { firstMonth, endMonth } = indicator;
  return { name, comparator, target, targetUpper, unit, rule, weight, aggregation, firstMonth, endMonth };
}

function sheetOf({ sheet, asOf, entries, budget = [], ...rest }: ScoreCase, indicators: readonly Indicator[]) {
  const months = (index: number): MonthlyEntry[] =>
    entries
      .filter(({ indicator, period }) => indicator === index && period <= asOf)
      .map(({ period, ...entry }) => ({ ...entry, month: period }));
  const spent = budget
    .filter(({ period }) => period <= asOf)
    .sort((a, b) => (a.period < b.period ? -1 : 1))
    .at(-1);
  return {
    indicators: indicators.map((indicator, index) => ({ indicator, statistics: statisticsOf(months(index)) })),
    execution: { spent: spent?.spent ?? null, budget: rest.adjustedBudget ?? sheet.funding?.total ?? null },
    executionWeight: rest.executionWeight ?? null,
  };
}

function checkEntries(
  { sheet, asOf, entries }: ScoreCase,
  indicators: readonly Indicator[],
  policy: Policy,
): Problem[] {
  const seen = new Set<string>();
  const yearProblem =
    yearOf(asOf) === sheet.fiscalYear
      ? []
      : [{ code: 'month-outside-year', pointer: '/asOf', message: outsideYear(asOf, sheet.fiscalYear) }];
  return yearProblem.concat(
    entries.flatMap(({ indicator: index, period, ...entry }, position) => {
      const pointer = `/entries/${position}`;
      const indicator = indicators[index];
      if (!indicator) {
        const last = indicators.length - 1;
        return [
          at(
            `${pointer}/indicator`,
            'indicator-unknown',
            `没有序号为 ${index} 的指标，序号从 0 到 ${last}。`,
            `There is no indicator ${index}; they run from 0 to ${last}.`,
          ),
        ];
      }
      if (yearOf(period) !== sheet.fiscalYear) {
        return [
          at(
            `${pointer}/period`,
            'month-outside-year',
            `${period} 不在 ${sheet.fiscalYear} 年度内（${monthOf(sheet.fiscalYear, 1)} 至 ${monthOf(sheet.fiscalYear, 12)}）。`,
            `${period} lies outside fiscal year ${sheet.fiscalYear}.`,
          ),
        ];
      }
      const key = `${index} ${period}`;
      if (seen.has(key)) {
        return [
          at(
            pointer,
            'entry-duplicate',
            `指标 ${index} 的 ${period} 填报了两次。`,
            `Indicator ${index} has two entries for ${period}.`,
          ),
        ];
      }
      seen.add(key);
      return checkEntry(indicator, { ...entry, month: period }, policy).map((problem) => ({
        ...problem,
        pointer: pointer + problem.pointer,
      }));
    }),
  );
}

/** The printed form: explanations get their sentences. */
function presented(score: SheetScore) {
  return {
    ...score,
    indicators: score.indicators.map((indicator, index) => ({
      index,
      ...indicator,
      explanation: { ...indicator.explanation, zh: explain(indicator, 'zh'), en: explain(indicator, 'en') },
    })),
  };
}

function schemaProblem({ instancePath, params, keyword, message = '' }: ErrorObject): Problem {
  const details = params as { missingProperty?: string; pattern?: string };
  if (details.missingProperty) {
    return at(`${instancePath}/${details.missingProperty}`, keyword, '缺少此项。', 'is missing.');
  }
  const form = EXPECTED_FORMS[details.pattern ?? ''];
  return at(instancePath, keyword, form?.zh ?? `内容不符合要求（${message}）。`, form?.en ?? `${message}.`);
}

const at = (pointer: string, code: string, zh: string, en: string): Problem => ({
  code,
  pointer,
  message: { zh, en },
});
