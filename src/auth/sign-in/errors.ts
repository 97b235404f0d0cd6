import { DomainError } from '../../domain/domain-error.js';
import { RateLimitError } from '../access/errors.js';
import { ONE_TIME_DAYS } from '../credentials/password-rules.js';

export const signInRefused = (): DomainError =>
  new DomainError('not-signed-in', 'sign-in-refused', {
    zh: '用户名或密码不正确，或账号已停用。忘记密码请联系安全管理员。',
    en: 'User name or password is wrong, or the account is disabled. If the password is forgotten, ask the security administrator.',
  });

/** `seconds` until another try is taken from there. */
export class TooManyFailures extends RateLimitError {
  constructor(seconds: number) {
    const minutes = Math.ceil(seconds / 60);
    const [zh, en] = seconds < 60 ? [`${seconds} 秒`, `${seconds} seconds`] : [`${minutes} 分钟`, `${minutes} minutes`];
    super(seconds, 'sign-in-waits', {
      zh: `失败次数过多，请 ${zh}后再试。忘记密码请联系安全管理员。`,
      en: `Too many failures; try again in ${en}. If the password is forgotten, ask the security administrator.`,
    });
  }
}

/** Somebody guesses the account from many addresses, and the profile lets nobody guess on. */
export class OnlyKnownBrowsers extends RateLimitError {
  constructor(seconds: number) {
    const hours = Math.ceil(seconds / 3600);
    super(seconds, 'only-known-browsers', {
      zh: `此账号今天登录失败过多，${hours} 小时内只能在本人用过的浏览器上登录；也可请安全管理员重置密码。`,
      en: `Too many sign-ins to this account have failed today; for ${hours} hours it lets in only browsers that its owner has used before.`,
    });
  }
}

export const secondStepOver = (): DomainError =>
  new DomainError('not-signed-in', 'second-step-over', {
    zh: '两步登录须在十分钟内、在同一个浏览器中完成，请从头登录。',
    en: 'Both steps of the sign-in are taken within ten minutes and in the same browser; begin again.',
  });

/** Only said to whoever gave the right one. */
export const oneTimePasswordOver = (): DomainError =>
  new DomainError('not-signed-in', 'one-time-password-over', {
    zh: `一次性密码自发放起 ${ONE_TIME_DAYS} 天内有效，现已过期，请联系安全管理员重置。`,
    en: `A one-time password holds for ${ONE_TIME_DAYS} days, and this one is over; ask the security administrator for another.`,
  });

/** Of somebody who is signed in already, so that no name can be the wrong one. */
export const presentPasswordWrong = (): DomainError => {
  const message = {
    zh: '现在的密码不正确。多次失败后须等待一段时间。',
    en: 'The present password is wrong. After several failures you have to wait a while.',
  };
  const code = 'present-password-wrong';
  return new DomainError('unfit', code, message, [{ code, pointer: '/current', message }]);
};

/** Of somebody who signs in at the provider and has no password here. */
export const signInAgain = (): DomainError =>
  new DomainError('forbidden', 'sign-in-again', {
    zh: '此操作须刚刚登录过：请退出后重新登录，再在十分钟内进行。',
    en: 'This needs a fresh sign-in: sign out, sign in again and do it within ten minutes.',
  });

/** Nobody's usable account is linked to it; `subject` is what the security administrator has to know. */
export class IdentityUnknownError extends DomainError {
  constructor(readonly subject: string) {
    super('not-signed-in', 'identity-unknown', {
      zh: '此身份没有关联可用的账号，请把身份编号告诉安全管理员。',
      en: 'No usable account is linked to this identity; tell the security administrator its number.',
    });
  }
}

export const oidcNotConfigured = (): DomainError =>
  new DomainError('not-found', 'oidc-not-configured', {
    zh: '本系统没有设置统一身份认证（OIDC_ISSUER）。',
    en: 'This installation has no OpenID provider (OIDC_ISSUER).',
  });

export const oidcRefused = (): DomainError =>
  new DomainError('not-signed-in', 'oidc-refused', {
    zh: '统一身份认证没有通过。',
    en: 'The OpenID provider refused the sign-in.',
  });

export const oidcFailed = (): DomainError =>
  new DomainError('not-signed-in', 'oidc-failed', {
    zh: '统一身份认证的应答无效或已过期，请重新登录。',
    en: 'The answer of the OpenID provider is not valid or too old; sign in again.',
  });

export const oidcTooWeak = (): DomainError =>
  new DomainError('not-signed-in', 'oidc-too-weak', {
    zh: '统一身份认证的登录方式不够强（OIDC_REQUIRED_ACR、OIDC_REQUIRED_AMR），请以要求的方式重新登录。',
    en: 'The sign-in at the OpenID provider was not strong enough (OIDC_REQUIRED_ACR, OIDC_REQUIRED_AMR); sign in there as demanded.',
  });

export const oidcUnavailable = (): DomainError =>
  new DomainError('unavailable', 'oidc-unavailable', {
    zh: '暂时连接不上统一身份认证，请稍后再试。',
    en: 'The OpenID provider cannot be reached; try again later.',
  });
