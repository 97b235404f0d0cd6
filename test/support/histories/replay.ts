import type { Month } from '../../../src/domain/calendar/month.js';

export interface EntryLine {
  readonly version: number;
  readonly action: 'saved' | 'emptied' | 'submitted' | 'recalled' | 'approved' | 'returned' | 'reopened' | 'withdrawn';
  readonly actor: string;
  readonly entry: {
    readonly value: number | null;
    readonly not_applicable: boolean;
    readonly not_applicable_reason: string | null;
  };
}
export interface Entry {
  readonly version: number;
  /** null: there is none. */
  readonly status: 'draft' | 'submitted' | 'approved' | 'returned' | null;
  readonly value: string | null;
  readonly notApplicable: boolean;
  readonly notApplicableReason: string | null;
  readonly submittedBy: string | null;
}

const NOTHING: Entry = {
  version: 0,
  status: null,
  value: null,
  notApplicable: false,
  notApplicableReason: null,
  submittedBy: null,
};

/** The entry that its lines lead to, by nothing but who did what, and what was saved. */
export function replayedEntry(lines: readonly EntryLine[]): Entry {
  let isApproved = false;
  let wasApproved = false;
  return lines.reduce<Entry>((state, { version, action, actor, entry }) => {
    if (action === 'approved' || action === 'returned') wasApproved = isApproved;
    if (action === 'withdrawn') isApproved = wasApproved;
    isApproved ||= action === 'approved';
    expect(version).toBe(state.version + 1);
    const moved = { ...state, version };
    switch (action) {
      case 'saved':
        return {
          ...moved,
          status: 'draft',
          value: entry.value === null ? null : String(entry.value),
          notApplicable: entry.not_applicable,
          notApplicableReason: entry.not_applicable_reason,
        };
      case 'emptied':
        // What was approved goes on to count, so that a reopened entry stays, without contents.
        return { ...NOTHING, version, status: isApproved ? 'draft' : null, submittedBy: state.submittedBy };
      case 'submitted':
        return { ...moved, status: 'submitted', submittedBy: actor };
      case 'recalled':
        return { ...moved, status: 'draft', submittedBy: null };
      case 'reopened':
        return { ...moved, status: 'draft' };
      case 'withdrawn':
        return { ...moved, status: 'submitted' };
      default:
        return { ...moved, status: action };
    }
  }, NOTHING);
}

export interface Commitment {
  readonly raw: string;
  readonly target: string | null;
  readonly weight: string;
}
export interface RevisionLine {
  readonly number: number;
  readonly effectiveMonth: Month;
  readonly indicators: readonly Commitment[];
}

/** The commitment as it holds in a month by its sheet's revisions; without a month, as it stands now. */
export function replayedCommitment(revisions: readonly RevisionLine[], month?: Month): Commitment | undefined {
  revisions.forEach(({ number }, place) => {
    expect(number).toBe(place);
  });
  return revisions
    .filter(({ effectiveMonth }) => month === undefined || effectiveMonth <= month)
    .flatMap(({ indicators }) => indicators)
    .at(-1);
}

export interface Override {
  readonly version: number;
  readonly score: string;
  readonly fromMonth: Month;
  readonly reason: string;
}
export interface OverrideLine {
  readonly before: Override | null;
  readonly after: Override | null;
}

/** The points that a reviewer gave, as the audit log leads to them: each line goes on where the one before ended. */
export function replayedOverride(lines: readonly OverrideLine[]): Override | null {
  return lines.reduce<Override | null>((state, { before, after }) => {
    expect(before).toEqual(state);
    return after;
  }, null);
}
