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
      '没有启用。启用后，登录时除密码外还须输入手机上的验证码或出示通行密钥，别人知道密码也进不来。',
      'None. With one, signing in takes a code of your telephone or a passkey besides the password: whoever learns that cannot come in.',
    ],
    left: ['剩余恢复码 {{count}} 个。', 'Recovery codes left: {{count}}.'],
    totp: ['验证器应用', 'Authenticator app'],
    inUse: ['已启用。', 'In use.'],
    add: ['启用验证器应用', 'Add an authenticator app'],
    end: ['停用', 'End it'],
    endHow: [
      '输入密码和验证码后停用；要换手机，停用后再启用。',
      'With the password and a code; for a new telephone, end it and add it again.',
    ],
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
      '恢复码只显示这一次。手机或密钥丢失时，每个可代替它用一次。请打印或抄写，放在安全的地方。',
      'Shown this once. Each takes the place of the second factor, once, if the telephone or key is lost. Print them or write them down, and keep them safe.',
    ],
    kept: ['我已保存', 'I have kept them'],
    recoveryCode: ['恢复码', 'Recovery code'],
    passkey: ['通行密钥', 'Passkey'],
    passkeys: ['通行密钥', 'Passkeys'],
    passkeyAdd: ['添加通行密钥', 'Add a passkey'],
    passkeyHow: [
      '存放在这台电脑、手机或安全密钥中，用指纹、面容或 PIN 确认。它只认本系统的网址，仿冒的网站骗不走。',
      'Kept in this computer, a telephone or a security key, and confirmed by finger, face or PIN. It answers this address alone: no other site can trick you out of it.',
    ],
    passkeyName: ['名称', 'Name'],
    passkeyNameHint: ['如“办公室电脑”“手机”', 'Such as “office computer” or “telephone”'],
    passkeyNameMissing: ['请填写名称', 'Give it a name'],
    passkeyAdded: ['添加于 {{at}}。', 'Added {{at}}.'],
    passkeyUsed: ['最近使用 {{at}}。', 'Last used {{at}}.'],
    passkeyUnused: ['尚未使用。', 'Not used yet.'],
    passkeyRename: ['改名', 'Rename'],
    passkeyRenameGo: ['保存名称', 'Save the name'],
    passkeyRemove: ['移除', 'Remove'],
    passkeyRemoveGo: ['确认移除', 'Remove it'],
    passkeyRemoveHow: ['其他登录随即失效。', 'All other sessions end.'],
    passkeyGo: ['使用通行密钥', 'Use a passkey'],
  },
} as const satisfies Texts;
