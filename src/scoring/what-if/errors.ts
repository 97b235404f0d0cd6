import { DomainError, type Language, type Problem } from '../../domain/domain-error.js';

export function assumptionInvalid(problems: readonly Problem[]): DomainError {
  const said = (language: Language) => problems.map(({ message }) => message[language]).join(' ');
  const messages = { zh: `假设的数据有误：${said('zh')}`, en: `What is assumed is not valid: ${said('en')}` };
  return new DomainError('unfit', 'what-if-invalid', messages, problems);
}
