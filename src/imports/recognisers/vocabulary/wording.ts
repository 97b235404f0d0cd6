/**
 * A wording stands for all the ways in which a label is printed: `(a|b)` may be there or not, `[a|b]` is one of them.
 * `(年度|全年)[指标值|目标值]` is 指标值, 年度指标值, 全年目标值 …
 */
export type Wording = string;

const GROUP = /[([]([^()[\]]*)[)\]]/;

/** Every label that a wording stands for. */
export function labelsOf(wording: Wording): string[] {
  const match = GROUP.exec(wording);
  if (!match) return [wording];
  const [group, choices = ''] = match;
  const [before, after] = [wording.slice(0, match.index), wording.slice(match.index + group.length)];
  const words = [...(group.startsWith('(') ? [''] : []), ...choices.split('|')];
  return labelsOf(after).flatMap((rest) => words.map((word) => `${before}${word}${rest}`));
}

/** A pattern for what a wording stands for, to be found in longer texts. */
export const patternOf = (wording: Wording): string =>
  wording.replaceAll('(', '(?:').replaceAll(')', ')?').replaceAll('[', '(?:').replaceAll(']', ')');

/** What a label was found to mean. */
export interface Meaning<Role extends string> {
  readonly role: Role;
  /** Among the wordings of its role, from 0: the more telling ones stand first. */
  readonly rank: number;
  /** null where the label is printed just so; else the known label that it resembles. */
  readonly resembles: string | null;
}

/** Letters that a label may have more or fewer, or other, and still be the one it resembles. */
const MOST_EDITS = 1;
const SHORTEST_RESEMBLING = 4;
const LONGEST_RESEMBLING = 16;

/** Looks labels up: as they are printed, or as the known label that they resemble most. */
export class Vocabulary<Role extends string> {
  private readonly known = new Map<string, { readonly role: Role; readonly rank: number }>();

  constructor(wordings: Readonly<Record<Role, readonly Wording[]>>) {
    for (const role of Object.keys(wordings) as Role[]) {
      for (const [rank, wording] of wordings[role].entries()) {
        for (const label of labelsOf(wording)) if (!this.known.has(label)) this.known.set(label, { role, rank });
      }
    }
  }

  get labels(): ReadonlyMap<string, { readonly role: Role; readonly rank: number }> {
    return this.known;
  }

  exactly(label: string): Meaning<Role> | null {
    const found = this.known.get(label);
    return found ? { ...found, resembles: null } : null;
  }

  /** The longest known label at the end or the beginning of this one, else one that a single letter tells from it. */
  resembling(label: string): Meaning<Role> | null {
    if (label.length < SHORTEST_RESEMBLING || label.length > LONGEST_RESEMBLING) return null;
    let best: { known: string; share: number } | null = null;
    for (const known of this.known.keys()) {
      if (known.length < SHORTEST_RESEMBLING - 1) continue;
      const isPart = label.endsWith(known) || (label.startsWith(known) && label.length - known.length <= 2);
      const share = isPart ? known.length / label.length : isEdited(label, known) ? 1 - 1 / label.length : 0;
      if (share > (best?.share ?? 0)) best = { known, share };
    }
    const found = best && this.known.get(best.known);
    return best && found ? { ...found, resembles: best.known } : null;
  }
}

/** Whether the two differ in one letter: another, one more or one fewer. */
function isEdited(a: string, b: string): boolean {
  if (b.length < SHORTEST_RESEMBLING || Math.abs(a.length - b.length) > MOST_EDITS) return false;
  let start = 0;
  while (start < a.length && start < b.length && a[start] === b[start]) start += 1;
  let end = 0;
  while (end < a.length - start && end < b.length - start && a.at(-1 - end) === b.at(-1 - end)) end += 1;
  return Math.max(a.length, b.length) - start - end <= MOST_EDITS;
}
