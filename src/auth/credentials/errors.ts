import { DomainError, errorAt, type Problem } from '../../domain/domain-error.js';

/** Says all that is wrong with a new password. */
export function passwordRefused(problems: readonly Problem[]): DomainError {
  const texts = (language: 'zh' | 'en'): string => problems.map(({ message }) => message[language]).join(' ');
  return new DomainError('unfit', 'password-refused', { zh: texts('zh'), en: texts('en') }, problems);
}

export const passwordSame = (): DomainError =>
  passwordRefused([
    {
      code: 'password-same',
      pointer: '/password',
      message: { zh: '新密码不能与现在的密码相同。', en: 'The new password must differ from the present one.' },
    },
  ]);

export const tokenTooLong = (days: number): DomainError =>
  errorAt('/days', 'unfit', 'token-too-long', {
    zh: `令牌最长有效 ${days} 天（TOKEN_DAYS）。`,
    en: `A token lasts at most ${days} days (TOKEN_DAYS).`,
  });
