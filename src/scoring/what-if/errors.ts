import { DomainError, type Language, type Problem } from '../../domain/domain-error.js';

export function assumptionInvalid(problems: readonly Problem[]): DomainError {
  const said = (language: Language) => problems.map(({ message }) => message[language]).join(' ');
  const messages = { zh: `假设的数据有误：${said('zh')}`, en: `What is assumed is not valid: ${said('en')}` };
  return new DomainError('unfit', 'what-if-invalid', messages, problems);
}

export const notOwnScenario = (): DomainError =>
  new DomainError('forbidden', 'not-own-scenario', {
    zh: '这个情景是别人保存的，您不能修改或删除。可以另存一个。',
    en: 'Somebody else saved this scenario; you cannot change or delete it. Save one of your own.',
  });

export const tooManyScenarios = (most: number): DomainError =>
  new DomainError('conflict', 'too-many-scenarios', {
    zh: `您在这张表里已有 ${most} 个情景。请先删除不再需要的。`,
    en: `You have ${most} scenarios of this sheet. Delete those that you do not need any more.`,
  });
