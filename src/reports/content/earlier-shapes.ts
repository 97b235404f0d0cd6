import type { Message } from '../../domain/domain-error.js';
import type { ReportContent } from './report-content.js';

/**
 * The shape in which reports are frozen now. Whoever changes ReportContent, or a score inside it, raises this and says below
 * how the shape before becomes the new one: what was frozen is never rewritten, and is read for ever.
 */
export const SHAPE = 3;

/** Frozen content of whatever shape. */
export type Frozen = Readonly<Record<string, unknown>> & { readonly shape?: number };

type Part = Readonly<Record<string, unknown>>;

/** From each shape to the next one; at its place in the list stands the number of the shape that it reads. */
const UPCASTERS: readonly ((content: Frozen) => Frozen)[] = [fromUnnumbered, fromCodesOfPolicies, fromUnknownWaiting];

/** What an earlier version of this program froze, as if this one had: what nobody said then stays unsaid. */
export function inPresentShape(frozen: Frozen): ReportContent {
  return UPCASTERS.slice(frozen.shape ?? 0).reduce(
    (content, next) => next(content),
    frozen,
  ) as unknown as ReportContent;
}

/** Before shapes had numbers they grew by one thing after the other; each of them may lack. */
function fromUnnumbered(content: Frozen): Frozen {
  return {
    ...content,
    shape: 1,
    league: parts(content.league).map((line, place) => ({
      rank: place + 1,
      paceNormalised: null,
      paceRating: null,
      ...line,
    })),
    losses: parts(content.losses).map((line) => ({ score: null, ...line })),
    sheets: parts(content.sheets).map(sheetOfUnnumbered),
  };
}

const sheetOfUnnumbered = (sheet: Part): Part => ({
  ...sheet,
  funding: { carriedOver: null, spentBySource: null, ...part(sheet.funding) },
  indicators: parts(sheet.indicators).map((indicator) => ({ endMonth: null, endReason: null, ...indicator })),
  score: scoreOfUnnumbered(part(sheet.score)),
});

const scoreOfUnnumbered = (score: Part): Part => ({
  inputHash: null,
  ...score,
  indicators: parts(score.indicators).map((indicator) => ({
    override: null,
    formulaScore: indicator.score ?? null,
    ...indicator,
  })),
});

/** What the policies that are shipped were called while reports named them by their codes alone. */
const TITLES_OF_THEN: Readonly<Record<string, Message>> = {
  'national-2020': { zh: '全国通行规则（2020）', en: 'National rules (2020)' },
  'local-strict': { zh: '地方从严规则', en: 'Strict local rules' },
};

/** Named policies by their codes; of an installation's own nobody knows here what they were called. */
function fromCodesOfPolicies(content: Frozen): Frozen {
  const sheets = parts(content.sheets).map((sheet) => {
    const { name } = part(part(sheet.score).policy);
    return { policyTitle: TITLES_OF_THEN[String(name)] ?? null, ...sheet };
  });
  return { ...content, shape: 2, sheets };
}

/** Did not know which months wait for their review; what was nowhere counted was called missing. */
function fromUnknownWaiting(content: Frozen): Frozen {
  return { ...content, shape: 3 };
}

const part = (value: unknown): Part => (value ?? {}) as Part;
const parts = (value: unknown): readonly Part[] => (value ?? []) as readonly Part[];
