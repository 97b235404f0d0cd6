import type { Message } from '../../domain/domain-error.js';
import type { RecognisedSheet } from '../recognisers/recognised-sheet.js';
import type { Doubt, IndicatorDraft, SheetDraft, SuggestedAnswer } from '../sheet-draft.js';

/** Looks at all sheets of a document for one kind of doubt. */
export type DoubtCheck = (sheets: readonly RecognisedSheet[]) => Doubt[];

/** A doubt about one indicator, before its place is added. */
export interface Finding {
  /** Where it is another than that of its check. */
  readonly code?: Doubt['code'];
  readonly severity: Doubt['severity'];
  readonly message: Message;
  /** Ways to settle it; the places of sheet and indicator are added. */
  readonly answers?: readonly SuggestedAnswer[];
}

/** A check that looks at each indicator on its own. */
export function eachIndicator(
  code: Doubt['code'],
  find: (indicator: IndicatorDraft, sheet: SheetDraft) => Finding | null,
): DoubtCheck {
  return (sheets) =>
    sheets.flatMap(({ draft }, sheet) =>
      draft.indicators.flatMap((indicator, index) => {
        const finding = find(indicator, draft);
        if (!finding) return [];
        const { severity, message, answers } = finding;
        const place = { sheet, indicator: index, source: indicator.source };
        return [
          { code: finding.code ?? code, severity, ...place, message, ...placed(answers, { sheet, indicator: index }) },
        ];
      }),
    );
}

/** A check that looks at each sheet on its own. */
export function eachSheet(
  code: Doubt['code'],
  find: (sheet: RecognisedSheet) => readonly (Finding & { indicator?: number; source?: string | null })[],
): DoubtCheck {
  return (sheets) =>
    sheets.flatMap((recognised, sheet) =>
      find(recognised).map(({ indicator = null, source = recognised.source, severity, message, answers }) => {
        const place = recognised.isShared && indicator === null ? null : sheet;
        return { code, severity, sheet: place, indicator, message, source, ...placed(answers, { sheet }) };
      }),
    );
}

function placed(
  answers: readonly SuggestedAnswer[] | undefined,
  place: Record<string, number>,
): Pick<Doubt, 'answers'> {
  return answers ? { answers: answers.map((answer) => ({ ...answer, value: { ...place, ...answer.value } })) } : {};
}
