import type { Message } from '../domain/domain-error.js';

/** Something about the installation that whoever runs it has to see to. */
export interface Trouble {
  /** For programs: never changes. */
  readonly code: string;
  /** error: something does not work, or data are at risk; warning: it soon will be so. */
  readonly severity: 'error' | 'warning';
  readonly message: Message;
  /** What to do about it. */
  readonly remedy: Message;
}

/** What a trouble is called, what is wrong, and what to do: each in Chinese and English. */
export const trouble = (
  severity: Trouble['severity'],
  code: string,
  [zh, en]: readonly [string, string],
  [remedyZh, remedyEn]: readonly [string, string],
): Trouble => ({ code, severity, message: { zh, en }, remedy: { zh: remedyZh, en: remedyEn } });
