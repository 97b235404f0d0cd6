import type { Texts } from '../../../i18n/texts.js';

export const confirmingTexts = {
  confirming: {
    current: ['您的当前密码（统一身份认证登录的不填）', 'Your present password (none if you sign in at the provider)'],
  },
} as const satisfies Texts;
