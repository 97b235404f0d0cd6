import { addMonths } from '../../../src/domain/month.js';

const MONTHS = 12;

export const today = (): string => new Date().toISOString().slice(0, 10);

/** Months that are over and so can be entered, latest first. */
export function endedMonths(): string[] {
  const thisMonth = today().slice(0, 7);
  return Array.from({ length: MONTHS }, (_, ago) => addMonths(thisMonth, -1 - ago));
}

/** Only what is over can be entered. */
export const isEnded = (month: string): boolean => month < today().slice(0, 7);
