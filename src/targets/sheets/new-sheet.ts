import type { Indicator } from '../indicators/indicator.entity.js';
import type { TargetSheet } from './target-sheet.entity.js';

/** An indicator as it is taken over from a document or entered by hand. */
export type NewIndicator = Omit<
  Indicator,
  | 'id'
  | 'sheetId'
  | 'ordinal'
  | 'milestones'
  | 'core'
  | 'measureId'
  | 'measure'
  | 'version'
  | 'sheet'
  | 'section'
  | 'endReason'
>;

/** A sheet ready to be adopted. Goals name the indicators that show them by their place in `indicators`. */
export interface NewSheet extends Pick<
  TargetSheet,
  | 'departmentId'
  | 'kind'
  | 'fiscalYear'
  | 'project'
  | 'responsibleName'
  | 'responsiblePhone'
  | 'fundingTotal'
  | 'fundingFiscal'
  | 'fundingOther'
  | 'fundingCarriedOver'
  | 'fundingSources'
  | 'executionWeight'
  | 'published'
  | 'policy'
  | 'importId'
  | 'firstMonth'
> {
  readonly indicators: readonly NewIndicator[];
  readonly goals: readonly { readonly text: string; readonly indicators: readonly number[] }[];
  /** Why it is adopted although its weights do not give 100. */
  readonly waiver: string | null;
}
