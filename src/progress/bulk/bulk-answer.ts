import { languageOf } from '../../common/http/language.js';
import { problemOf } from '../../common/http/problem-details.js';
import type { BulkResult } from './bulk.service.js';
import type { SeenEntry } from '../entries/entry-writes.repository.js';

/** What became of each row; `held-back`: it is fine, but nothing was written. */
export function bulkAnswer(rows: readonly SeenEntry[], { written, outcomes }: BulkResult, acceptLanguage?: string) {
  const language = languageOf(acceptLanguage);
  const refused = outcomes.filter(({ refusal }) => refusal).length;
  return {
    written: written ? outcomes.length - refused : 0,
    refused,
    rows: outcomes.map(({ entry, refusal, ...outcome }, index) => ({
      index,
      indicatorId: rows[index]?.indicatorId,
      month: rows[index]?.month,
      outcome: refusal ? ('refused' as const) : written ? ('written' as const) : ('held-back' as const),
      entry: written ? entry : null,
      /** What is to be asked before it is submitted. */
      questions: 'questions' in outcome ? outcome.questions : [],
      problem: refusal && problemOf(refusal, language),
    })),
  };
}
