import { DomainError, type Message } from '../../domain/domain-error.js';

export const notSignedIn = (): DomainError =>
  new DomainError('not-signed-in', 'not-signed-in', { zh: '请先登录。', en: 'Sign in first.' });

/** It is not as the program left it: somebody has altered it in the database. */
export const accountAltered = (): DomainError =>
  new DomainError('not-signed-in', 'account-altered', {
    zh: '您的账号与系统登记的不一致，可能在数据库中被改动，已停用登录。请告知审计员和系统管理员。',
    en: 'Your account is not as it was registered: somebody may have altered it in the database, and it lets nobody in. Tell the auditor and the system administrator.',
  });

export const roleForbidden = (): DomainError =>
  new DomainError('forbidden', 'forbidden', { zh: '您的角色不能进行此操作。', en: 'Your role may not do this.' });

export const passwordExpired = (): DomainError =>
  new DomainError('forbidden', 'password-expired', { zh: '请先修改密码。', en: 'Change your password first.' });

export const tokenReadOnly = (): DomainError =>
  new DomainError('forbidden', 'token-read-only', { zh: '该令牌只能读取。', en: 'This token may only read.' });

export const notWithToken = (): DomainError =>
  new DomainError('forbidden', 'not-with-token', {
    zh: '此操作不能使用令牌，请登录后进行。',
    en: 'This cannot be done with a token; sign in to do it.',
  });

export const outsideTokenScope = (): DomainError =>
  new DomainError('forbidden', 'token-scope', {
    zh: '该令牌只能报送指定指标的数据。',
    en: 'This token may only report the counts of its indicators.',
  });

export const foreignOrigin = (): DomainError =>
  new DomainError('forbidden', 'foreign-origin', {
    zh: '请求来自其他网站，已拒绝。',
    en: 'The request comes from another site and was refused.',
  });

export const csrfTokenUnfit = (): DomainError =>
  new DomainError('forbidden', 'csrf-token', {
    zh: '缺少或不符的 X-CSRF-Token，请刷新页面后重试。',
    en: 'X-CSRF-Token is missing or does not fit; reload the page and try again.',
  });

/** Too many requests (429); `retryAfter` in seconds. */
export class RateLimitError extends DomainError {
  constructor(
    readonly retryAfter: number,
    code = 'too-many-requests',
    message: Message = {
      zh: `操作过于频繁，请 ${retryAfter} 秒后再试。`,
      en: `Too many requests; try again in ${retryAfter} seconds.`,
    },
  ) {
    super('too-many', code, message);
  }
}
