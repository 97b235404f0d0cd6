import type { TFunction } from 'i18next';
import type { Language } from '@domain/domain-error.js';
import { exact } from '@domain/exact.js';
import type { RevisionPreview } from '../../../api/sheets.js';
import { decimal } from '../../../components/decimal.js';
import { listed } from '../../../components/listed.js';
import { monthName } from '../../../period/month-name.js';
import { printedTarget } from '../indicator-row.js';

/** All that a revision may change of an indicator. */
export type Revisable = RevisionPreview['indicators'][number]['before'];

export const FIELDS = ['target', 'weight', 'rule', 'endMonth', 'plan'] as const;
export type RevisedField = (typeof FIELDS)[number];

interface Changed {
  readonly field: RevisedField;
  readonly before: string;
  readonly after: string;
}

/** What differs between two states of an indicator, in words. */
export function changedFields(before: Revisable, after: Revisable, t: TFunction, language: Language): Changed[] {
  return FIELDS.filter((field) => differs(field, before, after)).map((field) => ({
    field,
    before: wordsOf(field, before, t, language),
    after: wordsOf(field, after, t, language),
  }));
}

function differs(field: RevisedField, before: Revisable, after: Revisable): boolean {
  switch (field) {
    case 'target':
      return before.raw !== after.raw;
    case 'weight':
      return !exact(before.weight).equals(exact(after.weight));
    case 'plan':
      return JSON.stringify(before.milestones) !== JSON.stringify(after.milestones);
    default:
      return before[field] !== after[field];
  }
}

/** What a field says, in words. */
export function wordsOf(field: RevisedField, state: Revisable, t: TFunction, language: Language): string {
  const { rule, endMonth, milestones } = state;
  switch (field) {
    case 'target':
      return printedTarget({ ...state, per: null }, language);
    case 'weight':
      return decimal(state.weight);
    case 'rule':
      return rule === null ? t('revising.ruleDefault') : t(`rule.${rule}`);
    case 'endMonth':
      return endMonth === null ? t('revising.goesOn') : monthName(endMonth);
    case 'plan':
      return milestones.length === 0
        ? t('revising.noPlan')
        : listed(
            milestones.map(({ month, target }) =>
              t('revising.planned', { month: monthName(month, 'short'), target: decimal(target) }),
            ),
          );
  }
}
