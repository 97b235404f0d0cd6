import { DomainError } from '../domain/domain-error.js';
import { databaseProblem } from './http/database-problem.js';

/** Nobody answers there, or not to us: of the network, and of PostgreSQL (password, database). */
const UNREACHABLE = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'ENETUNREACH',
  '28P01',
  '28000',
  '3D000',
]);
const NO_ANSWER = 'timeout exceeded when trying to connect';

/** Says in words what went wrong, and ends the process; a stack is shown only for what nobody foresaw. */
export function exitWithMessage(error: unknown): never {
  process.stderr.write(`${messageOf(error)}\n`);
  process.exit(1);
}

/** In Chinese, then in English, where both are known; a stack for what nobody foresaw. */
export function messageOf(error: unknown): string {
  if (error instanceof DomainError) return `${error.messages.zh}\n${error.messages.en}`;
  if (!(error instanceof Error)) return String(error);
  const code = (error as { code?: string }).code;
  if (code === 'EADDRINUSE') {
    return '端口已被占用，请用 PORT 指定另一个端口。\nThe port is in use by another program; set PORT to another one.';
  }
  if (UNREACHABLE.has(code ?? '') || error.message.includes(NO_ANSWER)) {
    const why = error.message || code; // a name with several addresses has several errors, and no message
    return `无法连接 DATABASE_URL 所指的数据库：${why}\nThe database of DATABASE_URL cannot be reached: ${why}`;
  }
  const known = databaseProblem(error);
  if (known) return `${known.messages.zh}\n${known.messages.en}`;
  return error.name === 'Error' ? error.message : (error.stack ?? error.message);
}
