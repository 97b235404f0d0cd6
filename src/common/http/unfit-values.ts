import { SetMetadata } from '@nestjs/common';
import type { Message, Problem } from '../../domain/domain-error.js';

const BY_ROW = 'answered-by-row';

/**
 * For a body whose `rows` are each written or refused for themselves: a text in them that cannot be stored is left to
 * whoever writes the row, so that it refuses that row and no other.
 */
export const AnsweredByRow = (): ClassDecorator => SetMetadata(BY_ROW, true);

const NUL_OR_LONE_SURROGATE = /\0|\p{Surrogate}/u;
/** What this service asks for has three levels; the libraries that read a body would run out of stack at some thousands. */
const DEEPEST = 32;

const UNSTORABLE: Message = {
  zh: '含有无法保存的字符（空字符或不完整的字符）。',
  en: 'It has characters that cannot be stored: NUL, or half of a character.',
};
const TOO_DEEP: Message = { zh: '嵌套层数太多。', en: 'It is nested too deeply.' };

/** What no field of any body or query may hold: text that PostgreSQL cannot store, and values within values without end. */
export function unfitValues(given: object): Problem[] {
  const problems: Problem[] = [];
  const left: { pointer: string; depth: number; value: unknown }[] = [{ pointer: '', depth: 0, value: given }];
  for (let next = left.pop(); next; next = left.pop()) {
    const { pointer, depth, value } = next;
    if (typeof value === 'string' && NUL_OR_LONE_SURROGATE.test(value)) {
      problems.push({ code: 'text-unstorable', pointer, message: UNSTORABLE });
    }
    if (typeof value !== 'object' || value === null) continue;
    if (depth === DEEPEST) problems.push({ code: 'too-deep', pointer, message: TOO_DEEP });
    else {
      for (const [key, member] of Object.entries(value)) {
        left.push({ pointer: `${pointer}/${escaped(key)}`, depth: depth + 1, value: member });
      }
    }
  }
  return problems;
}

/** As `unfitValues`, for a body of this class. */
export function unfitInBody(given: object, body: object | undefined): Problem[] {
  const isByRow = body !== undefined && Reflect.getMetadata(BY_ROW, body) === true;
  return unfitValues(given).filter(
    ({ code, pointer }) => !(isByRow && code === 'text-unstorable' && pointer.startsWith('/rows/')),
  );
}

/** A key as it stands in a JSON pointer (RFC 6901). */
export const escaped = (key: string): string => key.replaceAll('~', '~0').replaceAll('/', '~1');
