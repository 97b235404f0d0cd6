import { execFile, execFileSync } from 'node:child_process';
import { tooMuchTime } from '../../../common/documents/errors.js';
import { executables } from '../../../common/executable.js';

/** A word in a picture; all figures in pixels from its top left corner. */
export interface SeenWord {
  readonly text: string;
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
  /** 0 to 100. */
  readonly confidence: number;
  /** The same for the words of one line. */
  readonly line: string;
}

const PROGRAM = 'tesseract';
const LANGUAGE = 'chi_sim';
/** Less than what reading a document may take as a whole. */
const MOST_MS = 50_000;
const MOST_OUTPUT = 16 * 1024 * 1024;
/** Text at any place, in no particular order: the page model puts it together. */
const SPARSE_TEXT = '11';

let found: string | null | undefined;

/** The path of tesseract where it is installed with simplified Chinese; null elsewhere. */
export function ocrProgram(): string | null {
  return (found ??= executables([PROGRAM]).find(knowsChinese) ?? null);
}

/** @throws DomainError `document-too-large` where it takes too long */
export function wordsSeen(program: string, picture: Buffer, dotsPerInch: number): Promise<SeenWord[]> {
  const options = ['-l', LANGUAGE, '--psm', SPARSE_TEXT, '--dpi', String(dotsPerInch), 'tsv'];
  const env = { PATH: process.env.PATH, OMP_THREAD_LIMIT: '1' };
  return new Promise((resolve, reject) => {
    const limits = { timeout: MOST_MS, killSignal: 'SIGKILL' as const, maxBuffer: MOST_OUTPUT, env };
    const child = execFile(program, ['stdin', 'stdout', ...options], limits, (error, output) => {
      if (error?.killed) reject(tooMuchTime(MOST_MS / 1000));
      else if (error) reject(new Error('the program that recognises text failed', { cause: error }));
      else resolve(wordsOf(output));
    });
    child.stdin?.on('error', () => undefined); // its exit says what was wrong
    child.stdin?.end(picture);
  });
}

/** Columns: level, page, block, paragraph, line, word, left, top, width, height, confidence, text. */
function wordsOf(tsv: string): SeenWord[] {
  return tsv.split('\n').flatMap((row) => {
    const columns = row.split('\t');
    const [level, , block, paragraph, line] = columns;
    const [left = 0, top = 0, width = 0, height = 0, confidence = 0] = columns.slice(6, 11).map(Number);
    const text = columns[11]?.trim() ?? '';
    if (level !== '5' || text === '') return [];
    return [{ text, left, top, width, height, confidence, line: [block, paragraph, line].join(' ') }];
  });
}

function knowsChinese(file: string): boolean {
  try {
    return execFileSync(file, ['--list-langs'], { encoding: 'utf8', timeout: 5_000 }).split(/\s+/).includes(LANGUAGE);
  } catch {
    return false;
  }
}
