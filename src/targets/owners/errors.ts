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

export const sharedOtherwise = (indicator: string): DomainError =>
  new DomainError('unfit', 'shared-otherwise', {
    zh: `“${indicator}”与另一张表的指标共用数据，只填一次，须归同一个股室。`,
    en: `“${indicator}” takes its figures from the same measure as another indicator, is entered once, and belongs to the same section.`,
  });
