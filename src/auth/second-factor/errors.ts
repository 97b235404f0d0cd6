import { DomainError, errorAt } from '../../domain/domain-error.js';

/** A number of the authenticator, or a recovery code, that does not fit, or has been used. */
export const codeWrong = (): DomainError =>
  errorAt('/code', 'unfit', 'code-wrong', {
    zh: '验证码不正确，或已用过。请等待下一个验证码再试；手机时间须准确。',
    en: 'The code is wrong, or was used already. Wait for the next one; the clock of the telephone must be right.',
  });

export const totpThere = (): DomainError =>
  new DomainError('conflict', 'totp-there', {
    zh: '验证器已经启用。要换手机，请先停用。',
    en: 'An authenticator is in use already; end it first to change the telephone.',
  });

export const totpNotBegun = (): DomainError =>
  new DomainError('conflict', 'totp-not-begun', {
    zh: '请先取得二维码，再输入验证码。',
    en: 'Ask for the QR code first, then enter a code.',
  });

/** The right password is not enough here. */
export const secondFactorMissing = (): DomainError =>
  new DomainError('forbidden', 'second-factor-missing', {
    zh: '请先启用第二重验证。',
    en: 'Add a second factor first.',
  });

/** Nobody's fault who signs in: a recovery code still lets them in. */
export const secretsKeyDiffers = (file: string): DomainError =>
  new DomainError('unavailable', 'secrets-key-differs', {
    zh: `验证码暂时无法核对：密钥文件 ${file} 不是启用验证器时的那一个，请系统管理员放回。恢复码仍可使用。`,
    en: `Codes cannot be checked: the key file ${file} is not the one that authenticators were added with; the system administrator has to put it back. Recovery codes still work.`,
  });
