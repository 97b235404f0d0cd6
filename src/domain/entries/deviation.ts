import { traitsOf } from '../aggregation.js';
import type { Language, Message } from '../domain-error.js';
import type { EntryStatistics } from './entry-statistics.js';
import { exact, fixed, plain } from '../exact.js';
import type { Indicator } from '../indicator.js';
import { type Month, monthNumber } from '../calendar/month.js';
import { paceText } from '../outlook/explain-outlook.js';
import { type JudgedPace, judgePace } from '../outlook/pace.js';
import type { Policy } from '../policy.js';

import { judge, type Judgement } from '../scoring/judgement.js';
import { ruleOf } from '../scoring/measurement.js';
import { periodOf } from '../aggregation.js';
import { targetText } from '../printed/target-text.js';
import { daysBetween, type LocalDate } from '../calendar/working-days.js';

const DECEMBER = 12;

/** Why an entry has to explain itself (design, domain §7): `off-pace`, or an all-or-nothing target that is missed. */
export interface Deviation {
  readonly code: 'off-pace' | 'direct-missed';
  readonly message: Message;
}

/**
 * Whether 偏差原因分析 and 改进措施 are needed, given everything that was reported up to and including the month.
 * null: the indicator runs as planned, or there is nothing to compare.
 */
export function deviationOf(
  indicator: Indicator,
  statistics: EntryStatistics,
  asOf: Month,
  policy: Policy,
): Deviation | null {
  const judgement = judge({ indicator, statistics }, asOf, policy);
  if (judgement.status !== 'scored') return null;
  const pace = judgePace(judgement, policy);
  if (isMissed(judgement, pace)) return directMissed(judgement);
  const behind = pace.light === 'amber' || pace.light === 'red';
  return behind ? offPace(judgement, pace) : null;
}

/** What grows over the year is missed only when the year is over, or when it cannot be reached any more. */
function isMissed({ indicator, met, asOf }: Judgement, { possibility }: JudgedPace): boolean {
  const settled = indicator.aggregation !== 'sum' || monthNumber(asOf) === DECEMBER || possibility === 'impossible';
  return ruleOf(indicator) === 'direct' && met === false && settled;
}

const inBoth = (text: (language: Language) => string): Message => ({ zh: text('zh'), en: text('en') });

function directMissed(judgement: Judgement): Deviation {
  const { indicator, statistics } = judgement;
  if (indicator.comparator === 'by') return completedLate(indicator.target ?? '', statistics.completedOn ?? '');
  const wanted = inBoth((language) => targetText({ ...indicator, per: periodOf(indicator.aggregation) }, language));
  const reached = amountOf(judgement);
  return {
    code: 'direct-missed',
    message: {
      zh: `目标为 ${wanted.zh}，目前为 ${reached}，未满足，直接赋分的指标将不得分`,
      en: `the target is ${wanted.en}, which ${reached} misses; an all-or-nothing indicator earns nothing`,
    },
  };
}

function completedLate(lastDay: LocalDate, completedOn: LocalDate): Deviation {
  const late = daysBetween(lastDay, completedOn);
  return {
    code: 'direct-missed',
    message: {
      zh: `应于 ${lastDay} 前完成，实际于 ${completedOn} 完成，晚 ${late} 天`,
      en: `it was due by ${lastDay} and completed on ${completedOn}, ${late} day(s) late`,
    },
  };
}

function offPace(judgement: Judgement, { pace, toDate }: JudgedPace): Deviation {
  const { indicator, asOf } = judgement;
  const { aggregation } = indicator;
  if (pace === null || toDate === null || aggregation === null) {
    return { code: 'off-pace', message: { zh: '评判等级低于“达成”', en: 'the grade is below “achieved”' } };
  }
  const { target, upper } = toDate.target;
  const figures = { pace: plain(pace), targetToDate: plain(target), upperToDate: upper && plain(upper) };
  const text = inBoth((language) => paceText(indicator, figures, asOf, language));
  const how = traitsOf(aggregation).reached;
  const reached = amountOf(judgement);
  return {
    code: 'off-pace',
    message: {
      zh: `到 ${asOf} ${how.zh}完成 ${reached}，${text.zh}`,
      en: `${how.en} ${reached} by ${asOf}; ${text.en}`,
    },
  };
}

const amountOf = ({ actual, indicator }: Judgement): string =>
  actual ? `${plain(exact(fixed(actual, 2)))} ${indicator.unit ?? ''}`.trim() : '—';
