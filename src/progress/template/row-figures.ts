import type { Language } from '../../domain/domain-error.js';
import { excerpt } from '../../domain/entries/excerpt.js';
import type { Month } from '../../domain/calendar/month.js';
import type { Grade } from '../../domain/indicator.js';
import type { TemplateRow } from './template-reader.js';
import { entryOf, type TemplateSubject } from './template-subjects.js';

/** What is filled in for a month; null: nothing. Numbers are decimal strings. */
interface Figures {
  readonly value: string | null;
  readonly numerator: string | null;
  readonly denominator: string | null;
  readonly grade: Grade | null;
  readonly coefficient: string | null;
  readonly completedOn: string | null;
  readonly notApplicable: boolean;
  readonly notApplicableReason: string | null;
  readonly deviationReason: string | null;
  readonly correctiveMeasure: string | null;
  readonly note: string | null;
}

/** Of one row, for whoever decides on it: what it is about, what is stored, and what it says. */
export interface RowFigures {
  /** As it is known; of a row that is none of theirs, as it is printed there. */
  readonly indicator: string;
  readonly sheet: string;
  /** null: nothing was entered yet. */
  readonly stored: Figures | null;
  readonly filled: Figures;
}

export function rowFigures(
  { content, printed }: TemplateRow,
  subject: TemplateSubject | undefined,
  month: Month,
  language: Language,
): RowFigures {
  const stored = subject && entryOf(subject.indicators[0], month);
  return {
    indicator: subject?.printed.indicator[language] ?? excerpt(printed.indicator.text),
    sheet: subject?.printed.sheet[language] ?? excerpt(printed.sheet.text),
    stored: stored ? figuresOf(stored) : null,
    filled: figuresOf(content),
  };
}

type Said = { readonly [F in keyof Figures]?: Figures[F] | null };

const figuresOf = (said: Said): Figures => ({
  value: said.value ?? null,
  numerator: said.numerator ?? null,
  denominator: said.denominator ?? null,
  grade: said.grade ?? null,
  coefficient: said.coefficient ?? null,
  completedOn: said.completedOn ?? null,
  notApplicable: said.notApplicable ?? false,
  notApplicableReason: said.notApplicableReason ?? null,
  deviationReason: said.deviationReason ?? null,
  correctiveMeasure: said.correctiveMeasure ?? null,
  note: said.note ?? null,
});
