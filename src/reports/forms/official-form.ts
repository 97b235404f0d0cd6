import type { Language } from '../../domain/domain-error.js';
import type { ReportedSheet } from '../content/report-content.js';
import type { Band, ReportDocument } from '../model/report-document.js';
import type { FormBody } from './form-body.js';
import { monthsTo, sayIn } from './form-words.js';

interface OfficialForm extends Pick<ReportDocument, 'title' | 'orientation'> {
  /** What the form is called on a tab. */
  readonly name: string;
  readonly columns: readonly number[];
  readonly bands: readonly Band[];
  /** Who signs between the person who filled it in and the date. */
  readonly head: string;
}

/** What the forms of the ministry have in common: a sheet, its year up to a month, one table and three signatures. */
export function officialForm(
  { fiscalYear, score }: ReportedSheet,
  language: Language,
  { title, orientation, name, columns, bands, head }: OfficialForm,
): FormBody {
  const say = sayIn(language);
  const months = monthsTo(score.asOf, language);
  return {
    title,
    subtitle: say(`（${fiscalYear}年度，${months}）`, `${fiscalYear}, ${months}`),
    orientation,
    parts: [{ name, columns, bands }],
    signatures: [say('填报人', 'Filled in by'), head, say('填报日期', 'Date')],
  };
}
