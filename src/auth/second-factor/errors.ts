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

/** Browsers make passkeys for a name, never for numbers. */
export const passkeysNeedName = (origin: string): DomainError =>
  new DomainError('conflict', 'passkeys-need-name', {
    zh: `浏览器只为域名保存通行密钥，而本系统的地址是 ${origin}。请系统管理员把 PUBLIC_URL 设为域名；在此之前可用验证器应用。`,
    en: `Browsers keep passkeys for a name, and this service is at ${origin}. The system administrator sets PUBLIC_URL to a name; until then use an authenticator app.`,
  });

export const passkeysNeedTls = (origin: string): DomainError =>
  new DomainError('conflict', 'passkeys-need-tls', {
    zh: `浏览器只在加密连接上使用通行密钥，而本系统的地址是 ${origin}。请系统管理员启用 https 并相应设置 PUBLIC_URL；在此之前可用验证器应用。`,
    en: `Browsers use passkeys over encrypted connections alone, and this service is at ${origin}. The system administrator puts TLS before it and sets PUBLIC_URL to https; until then use an authenticator app.`,
  });

/** @param most as many as one account may have */
export const passkeysTooMany = (most: number): DomainError =>
  new DomainError('conflict', 'passkeys-too-many', {
    zh: `一个账号最多 ${most} 个通行密钥。请先移除不再使用的。`,
    en: `An account has at most ${most} passkeys. Remove one that is not used any more first.`,
  });

/** What the browser answered is of another challenge, place, person or key, or nobody was asked for a PIN or finger. */
export const passkeyRefused = (): DomainError =>
  new DomainError('unfit', 'passkey-refused', {
    zh: '通行密钥没有通过验证：每次请求五分钟内有效、只用一次，且须以指纹、面容或 PIN 确认。请重试。',
    en: 'The passkey was not accepted: each request holds for five minutes and once, and you have to confirm by finger, face or PIN. Try again.',
  });

export const passkeyThere = (): DomainError =>
  new DomainError('conflict', 'passkey-there', {
    zh: '这个通行密钥已经添加过。',
    en: 'This passkey was added already.',
  });

export const passkeyNone = (): DomainError =>
  new DomainError('conflict', 'passkey-none', {
    zh: '没有添加通行密钥，请输入验证码或恢复码。',
    en: 'There is no passkey; enter a code, or a recovery code.',
  });
