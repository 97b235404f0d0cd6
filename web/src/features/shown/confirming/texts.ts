import type { Texts } from '../../../i18n/texts.js';

export const confirmingTexts = {
  confirming: {
    current: ['当前密码（统一身份认证登录的不填）', 'Present password (none if you sign in at the provider)'],
  },
} as const satisfies Texts;
