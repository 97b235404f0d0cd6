import { DomainError } from '../../../domain/domain-error.js';

export const requestUnderWay = (): DomainError =>
  new DomainError('conflict', 'request-under-way', {
    zh: '同一请求（Idempotency-Key 相同）仍在处理中，请稍后重试。',
    en: 'The same request (with this Idempotency-Key) is still under way; try again shortly.',
  });

export const keyReused = (): DomainError =>
  new DomainError('unfit', 'idempotency-key-reused', {
    zh: '该 Idempotency-Key 已用于另一个请求，请换一个新的。',
    en: 'This Idempotency-Key has been used for another request; take a new one.',
  });

export const outcomeUnknown = (): DomainError =>
  new DomainError('conflict', 'outcome-unknown', {
    zh: '上次处理中断，无法确定是否已经完成。请先查看，如未完成，请换一个 Idempotency-Key 重试。',
    en: 'The service was interrupted at this request. See whether it has been done; if not, send it with a new key.',
  });
