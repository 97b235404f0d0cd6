import type { Message } from './domain-error.js';
import type { EntryStatistics } from './entry-statistics.js';
import { exact, type Exact, fixed, HUNDRED, plain } from './exact.js';
import type { Indicator } from './indicator.js';
import { type Month, monthNumber } from './month.js';
import { type JudgedPace, judgePace } from './outlook/pace.js';
import type { Policy } from './policy.js';
import { judge, type Judgement } from './scoring/judgement.js';

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
  const { rule, aggregation } = indicator;
  const settled = aggregation !== 'sum' || monthNumber(asOf) === DECEMBER || possibility === 'impossible';
  return rule === 'direct' && met === false && settled;
}

const number = (value: Exact | null | undefined): string => (value ? plain(exact(fixed(value, 2))) : '—');

function directMissed({ indicator, actual }: Judgement): Deviation {
  const { comparator, target, targetUpper, unit } = indicator;
  const wanted = `${comparator === 'range' ? `${target}–${targetUpper}` : `${comparator}${target}`}${unit ?? ''}`;
  return {
    code: 'direct-missed',
    message: {
      zh: `目标为 ${wanted}，目前为 ${number(actual)}，未达到，直接赋分的指标将不得分`,
      en: `the target is ${wanted} and ${number(actual)} is reached; an all-or-nothing indicator earns nothing`,
    },
  };
}

function offPace({ indicator, actual, asOf }: Judgement, { pace, toDate }: JudgedPace): Deviation {
  if (indicator.comparator === 'qualitative' || pace === null || toDate === null) {
    return { code: 'off-pace', message: { zh: '评判等级未达成', en: 'the grade is below “achieved”' } };
  }
  const percent = fixed(pace.mul(HUNDRED), 0);
  const due = number(toDate.target.target);
  return {
    code: 'off-pace',
    message: {
      zh: `到 ${asOf} 完成 ${number(actual)}，时序目标 ${due}（进度 ${percent}%）`,
      en: `${number(actual)} is reached by ${asOf} where ${due} is due (pace ${percent} %)`,
    },
  };
}
