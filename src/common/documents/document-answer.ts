import { DomainError } from '../../domain/domain-error.js';

/** What the process that reads documents is asked. */
export interface Question {
  /** Address of a module whose default export reads. */
  readonly module: string;
  readonly task: object;
}

/** What it answers. Errors lose their class on the way from one process to another. */
export type Answer = (
  | { readonly result: unknown }
  | { readonly refusal: Pick<DomainError, 'kind' | 'code' | 'messages' | 'problems'> }
  | { readonly fault: string }
) & {
  /** Resident memory of the process afterwards, in bytes. */
  readonly memory: number;
};

/** @throws DomainError of the reading, Error where the program itself failed */
export function resultOf(answer: Answer): unknown {
  if ('result' in answer) return answer.result;
  if ('fault' in answer) throw new Error(answer.fault);
  const { kind, code, messages, problems } = answer.refusal;
  throw new DomainError(kind, code, messages, problems);
}
