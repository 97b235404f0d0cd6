import type { Problem } from '../../domain/domain-error.js';
import { POWERFUL, type Role } from '../../domain/roles.js';
import type { SignInWaits } from './sign-in-waits.js';
import { type GuessedWords, isGuessable } from './password-strength.js';

/** What an installation demands of passwords, and how sessions end. */
export interface PasswordProfile extends SignInWaits {
  readonly minimumLength: number;
  /** Of lower case, upper case, digits, others; 1 demands nothing. */
  readonly characterClasses: number;
  /** null: passwords are not changed without a reason (NIST SP 800-63B). */
  readonly maximumAgeDays: number | null;
  readonly idleMinutes: number;
  readonly absoluteHours: number;
  /** Who signs in with more than a password. */
  readonly secondFactorFor: readonly Role[];
}

export const PASSWORD_PROFILES = {
  standard: {
    minimumLength: 12,
    characterClasses: 1,
    maximumAgeDays: null,
    failuresBeforeWait: 5,
    firstWaitSeconds: 10,
    longestWaitSeconds: 900,
    forgottenAfterMinutes: 60,
    shutsStrangersOut: false,
    idleMinutes: 60,
    absoluteHours: 12,
    secondFactorFor: [],
  },
  /** 等保 2.0 (GB/T 22239-2019), level 3: four classes, rotation, lock after 5 failures, which ends with its count; short idle time; two factors for the powerful. */
  mlps: {
    minimumLength: 10,
    characterClasses: 4,
    maximumAgeDays: 90,
    failuresBeforeWait: 5,
    firstWaitSeconds: 1800,
    longestWaitSeconds: 1800,
    forgottenAfterMinutes: 30,
    shutsStrangersOut: true,
    idleMinutes: 15,
    absoluteHours: 8,
    secondFactorFor: POWERFUL,
  },
} as const satisfies Record<string, PasswordProfile>;

const CLASSES = [/[a-z]/, /[A-Z]/, /\d/, /[^a-zA-Z\d]/];
/** What is wrong with a password; empty when nothing is. Letters of full width are letters, and no signs. */
export function checkPassword(password: string, profile: PasswordProfile, words: GuessedWords): Problem[] {
  const classes = CLASSES.filter((pattern) => pattern.test(password.normalize('NFKC'))).length;
  const problem = (code: string, zh: string, en: string): Problem => ({
    code,
    pointer: '/password',
    message: { zh, en },
  });
  const { minimumLength, characterClasses } = profile;
  return [
    ...([...password].length < minimumLength
      ? [
          problem(
            'password-short',
            `密码至少 ${minimumLength} 个字符。`,
            `A password has at least ${minimumLength} characters.`,
          ),
        ]
      : []),
    ...(classes < characterClasses
      ? [
          problem(
            'password-simple',
            `密码须含大写、小写、数字、符号中的 ${characterClasses} 类。`,
            `A password has ${characterClasses} of: upper case, lower case, digits, others.`,
          ),
        ]
      : []),
    ...(isGuessable(password, words)
      ? [
          problem(
            'password-guessable',
            '密码过于常见，或含有您的用户名、姓名、邮箱，或主要由单位、地方、网址或本系统的名称组成，请另选。',
            'The password is too common, or contains your user name, name or mail address, or is made of names of the organisation, the place, the host or this product; choose another.',
          ),
        ]
      : []),
  ];
}
