import { DomainError, NotFoundError } from '../../domain/domain-error.js';

export const notOwnSection = (): DomainError =>
  new DomainError('forbidden', 'not-own-section', {
    zh: '该内容不属于您的股室，不能填报。',
    en: 'This belongs to another section; you cannot enter for it.',
  });

/** Of what somebody may not see they learn nothing, not even that it is there. */
export const nothingVisible = (): NotFoundError => new NotFoundError({ zh: '该内容', en: 'thing' });
