import { DomainError, type Language, type Problem } from '../../domain/domain-error.js';

const MOST_SAID = 20;

export function caseInvalid(problems: readonly Problem[]): DomainError {
  const said = (language: Language): string =>
    problems
      .slice(0, MOST_SAID)
      .map(({ pointer, message }) => `${pointer || '/'}: ${message[language]}`)
      .join(' ');
  const messages = { zh: `计分数据有误：${said('zh')}`, en: `The case cannot be scored: ${said('en')}` };
  return new DomainError('unfit', 'case-invalid', messages, problems);
}
