import { DomainError, errorAt, type Problem } from '../../domain/domain-error.js';

/** Says all that is wrong with a new password. */
export function passwordRefused(problems: readonly Problem[]): DomainError {
  const texts = (language: 'zh' | 'en'): string => problems.map(({ message }) => message[language]).join(' ');
  return new DomainError('unfit', 'password-refused', { zh: texts('zh'), en: texts('en') }, problems);
}

/** Among the last that were theirs, the present one included. */
export const passwordUsed = (remembered: number): DomainError =>
  passwordRefused([
    {
      code: 'password-used',
      pointer: '/password',
      message: {
        zh: `新密码不能与现在的或最近用过的 ${remembered} 个密码相同。`,
        en: `The new password must differ from the present one and from the ${remembered} before it.`,
      },
    },
  ]);

/** Whoever made it knows it, and it lies about. */
export const passwordHandedOut = (): DomainError =>
  passwordRefused([
    {
      code: 'password-handed-out',
      pointer: '/password',
      message: {
        zh: '发放的一次性密码和恢复码不能作为长期密码，请另选。',
        en: 'One-time passwords and recovery codes that are handed out do not stay; choose another.',
      },
    },
  ]);

export const tokenTooLong = (days: number): DomainError =>
  errorAt('/days', 'unfit', 'token-too-long', {
    zh: `令牌最长有效 ${days} 天（TOKEN_DAYS）。`,
    en: `A token lasts at most ${days} days (TOKEN_DAYS).`,
  });
