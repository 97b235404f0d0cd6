import { QueryFailedError, QueryRunnerAlreadyReleasedError, QueryRunnerProviderAlreadyReleasedError } from 'typeorm';
import { DomainError, type ErrorKind, type Message } from '../../domain/domain-error.js';

type Meaning = Message & { readonly kind: ErrorKind; readonly code: string };

const STORAGE_FULL: Meaning = {
  kind: 'storage-full',
  code: 'storage-full',
  zh: '存储空间已满，未保存任何内容。请联系管理员清理后重试。',
  en: 'The storage is full; nothing was saved. Ask an administrator to make room, then try again.',
};

const STILL_IN_USE: Meaning = {
  kind: 'conflict',
  code: 'still-in-use',
  zh: '该内容仍被其他内容使用，不能删除。',
  en: 'It is still used by something else.',
};

/** What the row refers to went while it was being written, as a sheet does whose adoption is undone. */
const NO_LONGER_THERE: Meaning = {
  kind: 'conflict',
  code: 'no-longer-there',
  zh: '所填内容属于的目标表（指标）或所指的内容刚刚被他人撤销采用或删除，没有保存。请刷新页面；目标表如已重新采用，请在新表中填写。',
  en: 'The sheet (indicator) that this belongs to, or what it refers to, was taken back or deleted by somebody else just now; nothing was saved. Load the page again; where the sheet has been adopted anew, enter it there.',
};

const FOREIGN_KEY = '23503';

const MEANINGS: Record<string, Meaning> = {
  '23505': {
    kind: 'conflict',
    code: 'already-exists',
    zh: '同样的内容已经存在。',
    en: 'The same thing exists already.',
  },
  // Deleting what ON DELETE RESTRICT protects.
  '23001': STILL_IN_USE,
  // Text that PostgreSQL cannot hold, such as a NUL character.
  '22021': {
    kind: 'request-invalid',
    code: 'request-invalid',
    zh: '文本含有无法保存的字符。',
    en: 'The text has characters that cannot be stored.',
  },
  '22P05': {
    kind: 'request-invalid',
    code: 'request-invalid',
    zh: '文本含有无法保存的字符。',
    en: 'The text has characters that cannot be stored.',
  },
  '53100': STORAGE_FULL,
  // Two changes waited for each other, and PostgreSQL ended one of them.
  '40P01': {
    kind: 'unavailable',
    code: 'database-busy',
    zh: '他人正在修改相同内容，请稍后重试。',
    en: 'Somebody is changing the same thing. Try again shortly.',
  },
};

const UNAVAILABLE: Meaning = {
  kind: 'unavailable',
  code: 'database-unavailable',
  zh: '数据库暂时无法连接，请稍后重试。',
  en: 'The database cannot be reached at the moment. Try again shortly.',
};

// Class 08: connection exceptions; 57P0x: shut down or starting; 53300: too many connections; 57014: statement timeout.
const PASSING_FAULT = /^(08...|57P0.|53300|57014|ECONNREFUSED|ECONNRESET|EPIPE)$/;

/** What pg says, without a code, of a connection that it has lost, or found lost when it was to be used again. */
const LOST_CONNECTION = /Connection terminated|not queryable|timeout exceeded when trying to connect/;

/** TypeORM gives a connection back when it breaks; what the transaction wanted to do next then finds none. */
const RELEASED = [QueryRunnerAlreadyReleasedError, QueryRunnerProviderAlreadyReleasedError];

/** What a database error means to the caller; undefined when it is none, or a fault of ours. */
export function databaseProblem(exception: unknown): DomainError | undefined {
  if (!(exception instanceof Error)) return undefined;
  const code = codeOf(exception) ?? codeOf((exception as { driverError?: unknown }).driverError);
  const known = exception instanceof QueryFailedError && code ? meaningOf(exception.query, code) : fileProblem(code);
  const meaning = known ?? (isPassing(exception, code) ? UNAVAILABLE : undefined);
  return meaning && new DomainError(meaning.kind, meaning.code, { zh: meaning.zh, en: meaning.en });
}

/** PostgreSQL has one code for a row that refers to nothing, and for deleting one that others refer to. */
function meaningOf(query: string, code: string): Meaning | undefined {
  if (code !== FOREIGN_KEY) return MEANINGS[code];
  return /^\s*DELETE\b/i.test(query) ? STILL_IN_USE : NO_LONGER_THERE;
}

/** Disk full, quota exceeded, or over the limit of a single file. */
const fileProblem = (code: string | undefined) =>
  code === 'ENOSPC' || code === 'EDQUOT' || code === 'EFBIG' ? STORAGE_FULL : undefined;

function isPassing(exception: Error, code: string | undefined): boolean {
  const socketGone = code === 'ENOENT' && (exception as { syscall?: string }).syscall === 'connect';
  const cut = LOST_CONNECTION.test(exception.message) || RELEASED.some((released) => exception instanceof released);
  return socketGone || cut || (code !== undefined && PASSING_FAULT.test(code));
}

function codeOf(error: unknown): string | undefined {
  const code = (error as { code?: unknown } | null | undefined)?.code;
  return typeof code === 'string' ? code : undefined;
}
