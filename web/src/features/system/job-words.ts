import type { Language } from '@domain/domain-error.js';
import type { Month } from '@domain/calendar/month.js';
import i18next, { type TFunction } from 'i18next';
import type { JobResult, JobStep } from '../../api/system.js';
import type { Job } from '../../api/types.js';
import { listed } from '../../components/listed.js';
import { monthName } from '../../period/month-name.js';
import { sizeText } from './size-text.js';

export type JobName =
  'reminder-digest' | 'scoring-report' | 'rescoring' | 'housekeeping' | 'backup' | 'audit' | 'condition';
type Run = Job['runs'][number];

/** What came of a run, as a sentence. */
export function outcomeOf(t: TFunction, name: JobName, { state, result, error }: Run): string {
  if (state === 'failed') return t('jobs.failed', { error: error ?? '' });
  if (state !== 'done') return t(`jobs.${state}`);
  return resultText(t, name, (result ?? {}) as JobResult);
}

export const didNothing = (result: JobResult): boolean =>
  Object.values(result).every((value) => typeof value !== 'number' || value === 0);

export function resultText(t: TFunction, name: JobName, result: JobResult): string {
  if (didNothing(result)) return t(`jobs.didNothing.${name}`);
  const said = t(`jobs.did.${name}`, {
    ...result,
    months: monthsText(String(result.months ?? '')),
    size: sizeText(Number(result.bytes ?? 0)),
  });
  if (name === 'audit' && isBroken(result)) return said + t('jobs.auditBroken');
  const damaged = Number(result.filesDamaged ?? 0);
  return damaged > 0 ? said + t('jobs.damaged', { count: damaged }) : said;
}

const isBroken = ({ broken, changed }: JobResult): boolean => Boolean(broken) || Number(changed ?? 0) > 0;

const monthsText = (months: string): string =>
  listed(
    months
      .split(' ')
      .filter((month) => month !== '')
      .map((month) => monthName(month)),
  );

/** What a run would do, line by line. */
export function stepsOf(t: TFunction, name: JobName, steps: readonly JobStep[]): string[] {
  if (name === 'housekeeping') return [t('jobs.step.housekeeping')];
  if (name === 'scoring-report') return reportsByMonth(t, steps);
  return steps.map((step) =>
    t(`jobs.step.${name}`, {
      contact: plain(step.readBy),
      reason: inWords(step.reason),
      message: inWords(step.message),
      month: typeof step.month === 'string' ? monthName(step.month) : '',
      sheets: plain(step.scored),
      folder: plain(step.folder),
    }),
  );
}

const plain = (value: unknown): string => (typeof value === 'number' || typeof value === 'string' ? String(value) : '');

const inWords = (message: unknown): string =>
  (message as Partial<Record<Language, string>> | undefined)?.[i18next.language as Language] ?? '';

function reportsByMonth(t: TFunction, steps: readonly JobStep[]): string[] {
  const months = new Map<Month, number>();
  for (const { month } of steps) months.set(String(month), (months.get(String(month)) ?? 0) + 1);
  return [...months].map(([month, count]) => t('jobs.step.scoring-report', { month: monthName(month), count }));
}
