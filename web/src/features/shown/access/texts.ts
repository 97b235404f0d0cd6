import type { Texts } from '../../../i18n/texts.js';

export const accessTexts = {
  access: {
    sessions: ['登录', 'Sign-ins'],
    unknownBrowser: ['未知浏览器', 'Unknown browser'],
    address: ['地址 {{address}}', 'from {{address}}'],
    begun: ['登录于 {{at}}', 'signed in {{at}}'],
    seen: ['最近使用 {{at}}', 'last used {{at}}'],
    thisOne: ['本次登录', 'this one'],
    end: ['结束', 'End'],
    endHow: [
      '在那里须重新登录；正在填写而未保存的内容留在那个浏览器中。',
      'Signing in again is needed there; what was being typed stays in that browser.',
    ],
    endAllHow: [
      '都须重新登录；正在填写而未保存的内容留在各自的浏览器中。',
      'Signing in again is needed everywhere; what was being typed stays in those browsers.',
    ],
    endTokenHow: ['使用此令牌的程序随即不能再访问。', 'The program that uses this token gets in no more.'],
    endOthers: ['结束其他登录', 'End all others'],
    endAll: ['结束全部登录', 'End all'],
    noSessions: ['没有登录', 'Not signed in'],
    tokens: ['令牌', 'Tokens'],
    tokensHint: [
      '供其他系统以本人名义访问；改密码、改角色或部门时自动失效。',
      'For programs that act as their user; they end with the password, role or department.',
    ],
    name: ['用途', 'What for'],
    scope: ['权限', 'May'],
    scopeRead: ['只读', 'read'],
    scopeWrite: ['读写', 'read and change'],
    scopeProgress: ['报送指定指标', 'report its indicators'],
    expires: ['有效期至 {{at}}', 'until {{at}}'],
    noTokens: ['没有令牌', 'No tokens'],
  },
} as const satisfies Texts;
