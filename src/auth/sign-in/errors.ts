import { DomainError } from '../../domain/domain-error.js';

export const signInRefused = (): DomainError =>
  new DomainError('not-signed-in', 'sign-in-refused', {
    zh: '用户名或密码不正确，或账号已被锁定、停用。多次失败后请稍候再试，或联系安全管理员。',
    en: 'User name or password is wrong, or the account is locked or disabled. Wait a while after several failures, or ask the security administrator.',
  });

/** Of somebody who is signed in already, so that no name can be the wrong one. */
export const presentPasswordWrong = (): DomainError => {
  const message = {
    zh: '现在的密码不正确。多次失败后账号会暂时锁定。',
    en: 'The present password is wrong. After several failures the account is locked for a while.',
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

export const oidcUnavailable = (): DomainError =>
  new DomainError('unavailable', 'oidc-unavailable', {
    zh: '暂时连接不上统一身份认证，请稍后再试。',
    en: 'The OpenID provider cannot be reached; try again later.',
  });
