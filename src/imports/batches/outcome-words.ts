import type { Message } from '../../domain/domain-error.js';
import type { DraftSummary } from '../repairs/draft-summary.js';
import type { ItemError, ItemState } from './import-batch-item.entity.js';

/** What is known of a document that was sent with others. */
export interface ToldOutcome {
  readonly state: ItemState;
  readonly error: ItemError | null;
  /** Of the import that it became; null: none, or it was deleted. */
  readonly summary: DraftSummary | null;
  readonly adopted: boolean;
}

/** What became of a document, in a sentence. */
export function outcomeWords({ state, error, summary, adopted }: ToldOutcome): Message {
  if (state === 'waiting') return { zh: '等待读取。', en: 'Waits to be read.' };
  if (state === 'reading') return { zh: '正在读取。', en: 'Is being read.' };
  if (state === 'failed') return { zh: `失败：${error?.message.zh ?? ''}`, en: `Failed: ${error?.message.en ?? ''}` };
  const before = state === 'known' ? { zh: '以前已导入过，', en: 'Brought in before; ' } : { zh: '', en: '' };
  if (adopted) return { zh: `${before.zh}已采用。`, en: capital(`${before.en}adopted.`) };
  const found = summary ? foundWords(summary) : { zh: '', en: '' };
  return {
    zh: `${before.zh || '已读取，'}尚未采用${found.zh}。`,
    en: capital(`${before.en || 'read, '}not adopted yet${found.en}.`),
  };
}

function foundWords({ sheets, indicators, doubts: { error, warning, info } }: DraftSummary): Message {
  const doubts = error + warning + info;
  return {
    zh: `：${sheets} 张指标表，${indicators} 项指标，${doubts} 处疑点待答`,
    en: `: ${sheets} sheets, ${indicators} indicators, ${doubts} open doubts`,
  };
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
