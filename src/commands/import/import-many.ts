import { DomainError } from '../../domain/domain-error.js';
import type { ImportDraft } from '../../imports/sheet-draft.js';
import type { UploadedDocument } from '../../imports/uploads/documents-in.js';
import { LANGUAGE, note, print, say, whenPrinted } from '../console-output.js';

/** What became of a document: `known` where it had been brought in before. */
export interface ReadDraft {
  readonly draft: ImportDraft;
  readonly known: boolean;
  /** How many sheets were taken into the year; 0: all were there already; null: that was not asked for. */
  readonly adopted: number | null;
}

/** Reads one document, and does with it what was asked for. @throws DomainError about this document alone */
export type ReadOne = (bytes: Uint8Array, fileName: string) => Promise<ReadDraft>;

/**
 * Reads documents one after the other and forgets each before the next. A line tells what became of it; with `json` the
 * lines go to standard error, and an array of drafts, or of what was wrong, to standard output.
 * @returns how many failed
 */
export async function importMany(
  documents: AsyncIterable<UploadedDocument>,
  read: ReadOne,
  json: boolean,
): Promise<number> {
  const tell = json ? note : print;
  let [count, failed] = [0, 0];
  for await (const document of documents) {
    const outcome = await outcomeOf(document, read);
    if (outcome instanceof DomainError) failed += 1;
    tell(`${document.name}: ${lineOf(outcome)}`);
    if (json) await whenPrinted(`${count === 0 ? '[' : ','}\n${JSON.stringify(elementOf(document.name, outcome))}`);
    count += 1;
  }
  if (json) print(count === 0 ? '[]' : '\n]');
  note(say(`共 ${count} 份，失败 ${failed} 份。`, `${count} documents, ${failed} failed.`));
  return failed;
}

async function outcomeOf(document: UploadedDocument, read: ReadOne): Promise<ReadDraft | DomainError> {
  try {
    return await read(await document.content(), document.name);
  } catch (error) {
    if (error instanceof DomainError) return error;
    throw error;
  }
}

function lineOf(outcome: ReadDraft | DomainError): string {
  if (outcome instanceof DomainError) return say(`失败：${outcome.messages.zh}`, `failed: ${outcome.messages.en}`);
  if (outcome.adopted !== null) return adoptedWords(outcome.adopted);
  if (outcome.known) return say('已导入过', 'known');
  const { sheets, doubts } = outcome.draft;
  const indicators = sheets.reduce((sum, sheet) => sum + sheet.indicators.length, 0);
  return say(
    `已读取：${sheets.length} 张指标表，${indicators} 项指标，${doubts.length} 处疑点`,
    `read: ${sheets.length} sheets, ${indicators} indicators, ${doubts.length} doubts`,
  );
}

/** Whoever runs the same command again finds it done, which is no failure. */
export const adoptedWords = (sheets: number): string =>
  sheets === 0
    ? say('以前已采用，未做改动', 'adopted before; nothing was done')
    : say(`已采用 ${sheets} 张指标表`, `${sheets} sheets adopted`);

const elementOf = (file: string, outcome: ReadDraft | DomainError) =>
  outcome instanceof DomainError
    ? { file, error: { code: outcome.code, message: outcome.messages[LANGUAGE] } }
    : { file, ...outcome.draft, ...(outcome.adopted !== null && { adopted: outcome.adopted }) };
