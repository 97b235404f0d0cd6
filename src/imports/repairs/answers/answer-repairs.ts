import type { Reading } from '../../reading.js';
import { sheetAdopted } from '../adopted-sheets.js';
import { sheetIn } from '../applied/draft-places.js';
import { doubtsIn } from '../doubts-in.js';
import type { RepairOf } from '../repair.js';
import { repairError } from '../repair-error.js';
import type { OpenDoubt, RepairableDraft } from '../applied/repairable-draft.js';
import { type AnsweringKind, repairOf } from './repair-of-answer.js';

/** What answering comes to: the repairs that were chosen, and the questions that it settles. */
export interface Answering {
  readonly repairs: readonly RepairOf<AnsweringKind>[];
  readonly asked: readonly OpenDoubt[];
}

export function answering(
  draft: RepairableDraft,
  repair: RepairOf<'answer'> | RepairOf<'answer-all'>,
  { reading, adopted }: { readonly reading: Reading; readonly adopted: readonly string[] },
): Answering {
  const doubts = doubtsIn(draft, reading);
  const open = doubts.filter(({ sheetId }) => sheetId === null || !adopted.includes(sheetId));
  const asked = repair.kind === 'answer' ? named(doubts, repair) : ofKind(draft, open, repair);
  const settled = asked.findIndex((doubt) => !open.includes(doubt));
  if (settled >= 0) throw sheetAdopted(draft, sheetIn(draft, asked[settled]?.sheetId ?? ''), `/doubts/${settled}`);
  const repairs = asked.flatMap(({ answers }) => {
    const chosen = answers.find(({ choice }) => choice === repair.choice);
    return chosen ? [repairOf(draft, chosen, adopted)] : [];
  });
  return { repairs, asked };
}

function named(doubts: readonly OpenDoubt[], { doubts: keys, choice }: RepairOf<'answer'>): OpenDoubt[] {
  return keys.map((key, place) => {
    const doubt = doubts.find((other) => other.key === key);
    if (!doubt) throw doubtUnknown(`/doubts/${place}`);
    if (!hasChoice(doubt, choice)) throw choiceUnknown(doubt.answers.map((answer) => answer.choice));
    return doubt;
  });
}

/** Those that cannot be answered so stay open; but somebody who answers nothing at all is told. */
function ofKind(
  draft: RepairableDraft,
  doubts: readonly OpenDoubt[],
  { code, sheet, choice }: RepairOf<'answer-all'>,
): OpenDoubt[] {
  if (sheet !== null) sheetIn(draft, sheet);
  const open = doubts.filter((doubt) => {
    return doubt.code === code && doubt.answered === null && (sheet === null || doubt.sheetId === sheet);
  });
  const asked = open.filter((doubt) => hasChoice(doubt, choice));
  if (open.length === 0) throw doubtUnknown('/code');
  if (asked.length === 0) throw choiceUnknown(open.flatMap(({ answers }) => answers.map((answer) => answer.choice)));
  return asked;
}

const hasChoice = ({ answers }: OpenDoubt, choice: string | null): boolean =>
  choice === null || answers.some((answer) => answer.choice === choice);

const doubtUnknown = (pointer: string) =>
  repairError('doubt-unknown', pointer, {
    zh: '没有这样的待答疑点；草稿可能已经变化，请刷新后再看。',
    en: 'There is no such open doubt; the draft may have changed. Look at it again.',
  });

const choiceUnknown = (choices: readonly string[]) =>
  repairError('choice-unknown', '/choice', {
    zh: `不能这样回答。可选：${[...new Set(choices)].join('、') || '无，只能确认无误'}。`,
    en: `It cannot be answered so. Choices: ${[...new Set(choices)].join(', ') || 'none but that it is right'}.`,
  });
