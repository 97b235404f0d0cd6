import type { Texts } from '../../../i18n/texts.js';

export const secondFactorTexts = {
  factor: {
    title: ['第二重验证', 'Second factor'],
    code: ['验证码', 'Code'],
    codeMissing: ['请输入验证码', 'Enter the code'],
    codeHint: [
      '验证器应用显示的六位数字。手机不在身边时，可输入一个恢复码。',
      'The six digits that your authenticator app shows; without the telephone, a recovery code.',
    ],
    go: ['继续', 'Go on'],
    back: ['返回', 'Back'],
    none: [
      '没有启用。启用后，登录时除密码外还须输入手机上的验证码，别人知道密码也进不来。',
      'None. With one, signing in takes a code of your telephone besides the password: whoever learns that cannot come in.',
    ],
    inUse: [
      '验证器应用已启用，剩余恢复码 {{count}} 个。',
      'An authenticator app is in use; recovery codes left: {{count}}.',
    ],
    add: ['启用验证器应用', 'Add an authenticator app'],
    end: ['停用', 'End it'],
    endHow: [
      '输入密码和验证码后停用；要换手机，停用后再启用。',
      'With the password and a code; for a new telephone, end it and add it again.',
    ],
    current: ['当前密码（统一身份认证登录的不填）', 'Present password (none if you sign in at the provider)'],
    demanded: [
      '{{name}}，本系统要求您的角色启用第二重验证，然后继续。',
      '{{name}}, your role needs a second factor here; add one to go on.',
    ],
    scan: [
      '用手机上的验证器应用扫描二维码，再输入它显示的六位数字。',
      'Scan the code with an authenticator app on your telephone, then enter the six digits that it shows.',
    ],
    apps: [
      '验证器应用如 Microsoft Authenticator、FreeOTP、Aegis。',
      'Such as Microsoft Authenticator, FreeOTP or Aegis.',
    ],
    qr: ['验证器二维码', 'QR code for the authenticator'],
    secret: ['不能扫描时，在应用中输入密钥：', 'Where nothing can be scanned, type the key into the app:'],
    confirm: ['确认启用', 'Confirm'],
    recovery: ['恢复码', 'Recovery codes'],
    recoveryOnce: [
      '恢复码只显示这一次。手机丢失时，每个可代替验证码用一次。请打印或抄写，放在安全的地方。',
      'Shown this once. Each takes the place of a code, once, if the telephone is lost. Print them or write them down, and keep them safe.',
    ],
    kept: ['我已保存', 'I have kept them'],
  },
} as const satisfies Texts;
