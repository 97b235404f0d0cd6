import { createHash } from 'node:crypto';
import { plain, exact } from '../../domain/exact.js';
import type { DepartmentMeaning } from '../../organisation/aliases/department-meaning.js';
import { departmentAlias } from '../doubts/department-alias.js';
import type { DoubtCode } from '../doubts/doubt-code.js';
import { doubtsAbout } from '../doubts/index.js';
import type { Reading } from '../reading.js';
import { weightTotal } from '../recognisers/rows/printed-sums.js';
import { NOTHING_READ, type RecognisedSheet } from '../recognisers/recognised-sheet.js';
import type { Doubt, SuggestedAnswer } from '../sheet-draft.js';
import type {
  DoubtedDraft,
  KnownAnswer,
  OpenDoubt,
  RepairableDraft,
  RepairableSheet,
} from './applied/repairable-draft.js';

/** Doubts about how a field was read: none is left once a person has said what it is. */
const ABOUT_READING: Partial<Record<DoubtCode, string>> = {
  'aggregation-assumed': 'aggregation',
  'target-assumed': 'target',
  'percent-scale': 'target',
  'zero-target': 'target',
  'number-approximate': 'target',
};

export const doubted = (draft: RepairableDraft, reading: Reading): DoubtedDraft => ({
  ...draft,
  doubts: doubtsIn(draft, reading),
});

/** Everything that is doubtful about a draft as it stands; what was answered stays answered while the question is the same. */
export function doubtsIn(draft: RepairableDraft, { recognition, departments = [] }: Reading): OpenDoubt[] {
  const read = new Map(recognition.sheets.map((sheet, place) => [`s${place}`, sheet]));
  const sheets = draft.sheets.map((sheet) =>
    recognised(
      sheet,
      sheet.readFrom.flatMap((id) => read.get(id) ?? []),
    ),
  );
  return open(draft, [...departmentAlias(draft.sheets, departments), ...doubtsAbout({ ...recognition, sheets })]);
}

/**
 * A draft with its doubts about departments asked anew: what their printed names mean may have been said elsewhere since it
 * was read, and all the others rest on the document alone.
 */
export function withMeanings(draft: DoubtedDraft, departments: readonly DepartmentMeaning[]): DoubtedDraft {
  const others = draft.doubts.filter(({ code }) => code !== 'department-alias');
  return { ...draft, doubts: [...open(draft, departmentAlias(draft.sheets, departments)), ...others] };
}

/** The doubts as people can point at them, without those that somebody's decision has settled. */
function open(draft: RepairableDraft, doubts: readonly Doubt[]): OpenDoubt[] {
  const found = doubts.flatMap((doubt): OpenDoubt[] => {
    const sheet = doubt.sheet === null ? undefined : draft.sheets[doubt.sheet];
    const row = doubt.indicator === null ? undefined : sheet?.indicators[doubt.indicator];
    if (row?.decided.includes(ABOUT_READING[doubt.code] ?? '')) return [];
    const [sheetId, rowId] = [sheet?.id ?? null, row?.id ?? null];
    const key = keyOf(doubt, sheetId, rowId);
    return [{ ...doubt, key, sheetId, rowId, answers: known(doubt.answers), answered: draft.answered[key] ?? null }];
  });
  // Sheets that were put together may promise the same thing twice: that is one question.
  return [...new Map(found.map((doubt) => [doubt.key, doubt])).values()];
}

/** A sheet with what was read around the sheets of the document that it was made from. */
function recognised(draft: RepairableSheet, read: readonly RecognisedSheet[]): RecognisedSheet {
  // A reading may be kept from before a list was added.
  const around = read.reduce<typeof NOTHING_READ>(
    (one, other) => together(one, { ...NOTHING_READ, ...other }),
    NOTHING_READ,
  );
  const sums = around.sums.map((sum) => ({ ...sum, counted: countedNow(draft, sum) }));
  return { ...around, draft, title: read[0]?.title ?? draft.project ?? '', source: read[0]?.source ?? null, sums };
}

/** Lists behind each other; what holds of one holds of both. */
function together(one: typeof NOTHING_READ, other: typeof NOTHING_READ): typeof NOTHING_READ {
  const fields = (Object.keys(NOTHING_READ) as (keyof typeof NOTHING_READ)[]).map((field) => {
    const [first, second] = [one[field], other[field]];
    return [field, typeof first === 'boolean' ? first || second : [...first, ...(second as readonly unknown[])]];
  });
  return Object.fromEntries(fields) as typeof NOTHING_READ;
}

/** A printed sum is held against the rows as they stand; a 小计 names no group, so only what was read tells its rows. */
function countedNow({ indicators }: RepairableSheet, { name, counted }: RecognisedSheet['sums'][number]): string {
  const rows =
    name === '合计' ? indicators : indicators.filter(({ level1, level2 }) => level1 === name || level2 === name);
  return rows.length > 0 ? weightTotal(rows) : plain(exact(counted));
}

/** The question itself, so that another number in it is another question. */
function keyOf({ code, message, source }: Doubt, sheetId: string | null, rowId: string | null): string {
  const question = [code, sheetId, rowId, source, message.zh].join('\n');
  return createHash('sha256').update(question).digest('hex').slice(0, 16);
}

/** Whose value is part of what kind of answer it is: `aggregation=latest` is the same answer for every row. */
const ONE_OF_FEW = ['aggregation', 'rule', 'qualitative', 'withoutPersonalData', 'departmentId'];
/** Where an answer holds, which is no part of what it says. */
const PLACES = ['sheet', 'indicator', 'everywhere', 'remember'];

function known(answers: readonly SuggestedAnswer[] = []): KnownAnswer[] {
  const taken = new Map<string, number>();
  return answers.map((answer) => {
    const said = Object.entries(answer.value).filter(([field]) => !PLACES.includes(field));
    const parts = said.map(([field, value]) => (ONE_OF_FEW.includes(field) ? `${field}=${String(value)}` : field));
    const choice = answer.part === 'decisions' || answer.part === 'sheetDecisions' ? parts.join('+') : answer.part;
    const count = (taken.get(choice) ?? 0) + 1;
    taken.set(choice, count);
    return { ...answer, choice: count === 1 ? choice : `${choice}-${count}` };
  });
}
