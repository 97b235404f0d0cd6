import type { Texts } from '../i18n/texts.js';

export const apiTexts = {
  service: {
    signedOutMeanwhile: [
      '登录过期，刚才的操作没有完成；登录后请再做一次。',
      'Your session had ended, and this was not done. Do it again once you have signed in.',
    ],
    unreachable: ['无法连接服务，请检查服务是否在运行。', 'The service cannot be reached. Is it running?'],
  },
} as const satisfies Texts;
