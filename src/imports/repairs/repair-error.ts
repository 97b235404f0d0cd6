import { DomainError, type Message } from '../../domain/domain-error.js';

/** A repair that cannot be made; `pointer` goes into the repair. Nothing was changed. */
export function repairError(code: string, pointer: string, message: Message): DomainError {
  return new DomainError('unfit', code, message, [{ code, pointer, message }]);
}

/** The same error, seen from where the repair stands. */
export function placed(error: unknown, place: (pointer: string) => string): unknown {
  if (!(error instanceof DomainError)) return error;
  const problems = error.problems.map((problem) => ({ ...problem, pointer: place(problem.pointer) }));
  return new DomainError(error.kind, error.code, error.messages, problems);
}

export const rowUnknown = (pointer: string, id: string): DomainError =>
  repairError('row-unknown', pointer, {
    zh: `草稿中没有行“${id}”，可能已被删除或合并。`,
    en: `The draft has no row “${id}”; it may have been dropped or merged.`,
  });

export const sheetUnknown = (pointer: string, id: string): DomainError =>
  repairError('sheet-unknown', pointer, {
    zh: `草稿中没有表“${id}”，可能已被删除或合并。`,
    en: `The draft has no sheet “${id}”; it may have been dropped or merged.`,
  });

export const tooFew = (pointer: string, zh: string, en: string): DomainError =>
  repairError('too-few', pointer, { zh, en });

/** What was merged says two things; `fields` of the repair has to say which one holds. */
export const ambiguous = (field: string, values: readonly string[]): DomainError =>
  repairError('merge-ambiguous', `/fields/${field}`, {
    zh: `合并的内容互相矛盾：${values.map((value) => `“${value}”`).join('、')}。请写明以哪个为准。`,
    en: `What is merged contradicts itself: ${values.map((value) => `“${value}”`).join(', ')}. Say which one holds.`,
  });
