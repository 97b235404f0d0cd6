import type { TFunction } from 'i18next';
import { GRADES } from '@domain/indicator.js';
import { isDecimal } from '@domain/exact.js';
import { decimal } from '../../components/decimal.js';

/** An entry's figures as they were typed or stored. */
interface Figures {
  readonly value: string | null;
  readonly numerator: string | null;
  readonly denominator: string | null;
  readonly grade: string | null;
  readonly coefficient: string | null;
  readonly completedOn: string | null;
  readonly notApplicable: boolean;
}

/** What was entered, in a word: 12 / 17, 达成 0.9, 不适用; a text that is no number stands as it was typed. */
export function describeEntry(entry: Figures, t: TFunction): string {
  if (entry.notApplicable) return t('table.notApplicable');
  if (entry.grade !== null) return `${gradeName(entry.grade, t)} ${entry.coefficient ?? ''}`.trim();
  if (entry.completedOn !== null) return entry.completedOn;
  if (entry.value !== null) return number(entry.value);
  const { numerator, denominator } = entry;
  return numerator === null && denominator === null ? '—' : `${number(numerator)} / ${number(denominator)}`;
}

export const gradeName = (text: string, t: TFunction): string => {
  const grade = GRADES.find((one) => one === text);
  return grade ? t(`grade.${grade}`) : text;
};

const number = (text: string | null): string => (text !== null && isDecimal(text) ? decimal(text) : (text ?? '…'));
