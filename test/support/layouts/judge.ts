import { isDecimal, exact } from '../../../src/domain/exact.js';
import type { Doubt, ImportDraft } from '../../../src/imports/sheet-draft.js';
import type { ExpectedField } from '../documents/corpus.js';

export type Verdict = 'right' | 'doubted' | 'silent';

export interface JudgedField extends ExpectedField {
  readonly found: string | null;
  readonly verdict: Verdict;
}

/** Doubts that say of a field, by the end of its path, that it may not be what stands there. */
const ABOUT: readonly (readonly [field: RegExp, codes: RegExp])[] = [
  [/./, /^(?:sheet-suspected-missing|layout-guessed)$/],
  [/^(?:kind|fiscalYear|department|project|funding\/total)$/, /^head-incomplete$/],
  [/^(?:funding|published|executionWeight)/, /^(?:funding-mismatch|column-ignored)$/],
  [/^(?:published|executionWeight)/, /^(?:weight-total|published-score-differs|funding-mismatch)$/],
  [/^indicators/, /^(?:column-(?:ignored|assumed)|rows-suspected-missing|row-joined)$/],
  [
    /(?:comparator|target|targetUpper|unit|per)$/,
    /^(?:target-.*|date-unclear|period-unsupported|number-approximate|percent-scale|zero-target|two-periods)$/,
  ],
  [/longTerm$/, /^two-periods$/],
  [/weight$/, /^(?:weight-missing|weight-suspect|weight-total|group-weight)$/],
  [/(?:actual|actualRaw)$/, /^(?:actual-not-number|unit-.*)$/],
  [/publishedScore$/, /^published-score-differs$/],
];

/**
 * Each field that must be read: right; wrong or missing with a doubt about just this; or silently so. A doubt about other
 * things in the same sheet does not count, unless it repeats what is missing.
 */
export function judged({ sheets, doubts }: ImportDraft, expected: readonly ExpectedField[]): JudgedField[] {
  return expected.map((field) => {
    const found = valueAt(sheets, field.path.split('/'));
    const isRight = isSame(found, field.value);
    const verdict = isRight ? 'right' : doubts.some((doubt) => isAbout(doubt, field)) ? 'doubted' : 'silent';
    return { ...field, found, verdict };
  });
}

function valueAt(sheets: ImportDraft['sheets'], steps: readonly string[]): string | null {
  const at = steps.reduce<unknown>(
    (value, key) => (value as Record<string, unknown> | null | undefined)?.[key],
    sheets,
  );
  return typeof at === 'string' || typeof at === 'number' ? String(at) : null;
}

const isSame = (found: string | null, wanted: string | null): boolean =>
  found === wanted ||
  (found !== null && wanted !== null && isDecimal(found) && isDecimal(wanted) && exact(found).equals(exact(wanted)));

function isAbout({ code, severity, sheet, indicator, message }: Doubt, { path, value }: ExpectedField): boolean {
  const [place, ...steps] = path.split('/');
  if (sheet !== null && sheet !== Number(place)) return false;
  if (value !== null && value.length > 1 && message.zh.includes(value)) return true;
  const row = steps[0] === 'indicators' ? Number(steps[1]) : null;
  const isHere = indicator === null || indicator === row;
  return isHere && severity !== 'info' && ABOUT.some(([of, codes]) => of.test(steps.join('/')) && codes.test(code));
}
