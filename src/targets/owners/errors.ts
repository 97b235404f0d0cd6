import { DomainError } from '../../domain/domain-error.js';

export const ownedTwice = (): DomainError =>
  new DomainError('unfit', 'row-twice', {
    zh: '同一指标出现了两次，只处理第一次。',
    en: 'The same indicator stands there twice; only the first one counts.',
  });

export const sectionOfAnother = (indicator: string): DomainError =>
  new DomainError('unfit', 'section-foreign', {
    zh: `“${indicator}”的目标表所属部门没有这个股室，请另选。`,
    en: `The department of “${indicator}” has no such section; choose another.`,
  });
