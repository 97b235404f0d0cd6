import type { Aggregation } from '../../domain/aggregation.js';
import { monthOfDate } from '../../domain/calendar/local-date.js';
import { yearOf } from '../../domain/calendar/month.js';
import { DomainError, errorAt, type Message, NotFoundError, type Problem } from '../../domain/domain-error.js';

export const INDICATOR: Message = { zh: '指标', en: 'indicator' };

export const noIndicator = (): NotFoundError => new NotFoundError(INDICATOR);

export const targetUnparsed = (raw: string): DomainError =>
  errorAt('/raw', 'unfit', 'target-unparsed', {
    zh: `看不懂目标值“${raw}”，请写成如 ≥4篇/月、<=3名、=100%。`,
    en: `The target “${raw}” cannot be read; write it like ≥4篇/月, <=3名, =100%.`,
  });

/** What is wrong with the day of a `by` target that no month of its sheet's year could meet; null: nothing. */
export function dayOutsideYear(name: string, day: string | null, fiscalYear: number): Message | null {
  if (day === null || yearOf(monthOfDate(day)) === fiscalYear) return null;
  return {
    zh: `“${name}”的期限 ${day} 不在 ${fiscalYear} 年度内，请核对年份。`,
    en: `The day ${day} of “${name}” lies outside ${fiscalYear}; check its year.`,
  };
}

export const aggregationUnfit = (name: string, aggregation: Aggregation): DomainError =>
  errorAt('/aggregation', 'unfit', 'aggregation-unfit', {
    zh: `“${name}”的填报方式已定，汇总方式不能改为“${aggregation}”。`,
    en: `What is entered for “${name}” is settled; its aggregation cannot become “${aggregation}”.`,
  });

export const milestonesInvalid = (name: string, problems: readonly Problem[]): DomainError =>
  new DomainError(
    'unfit',
    'milestones-invalid',
    {
      zh: `“${name}”的里程碑有误：${problems.map(({ message }) => message.zh).join('')}`,
      en: `The milestones of “${name}” are not valid: ${problems.map(({ message }) => message.en).join(' ')}`,
    },
    problems,
  );
