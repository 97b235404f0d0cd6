import type { Texts } from '../i18n/texts.js';

export const apiTexts = {
  service: {
    unreachable: ['无法连接服务，请检查服务是否在运行。', 'The service cannot be reached. Is it running?'],
  },
} as const satisfies Texts;
