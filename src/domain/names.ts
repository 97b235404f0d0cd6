import type { Message } from './domain-error.js';
import type { Light } from './pace.js';
import type { Rating } from './policy.js';

/** The official words for ratings. */
export const RATING_NAMES: Record<Rating, Message> = {
  excellent: { zh: '优', en: 'excellent' },
  good: { zh: '良', en: 'good' },
  fair: { zh: '中', en: 'fair' },
  poor: { zh: '差', en: 'poor' },
};

export const LIGHT_NAMES: Record<Light, Message> = {
  green: { zh: '正常', en: 'on track' },
  amber: { zh: '注意', en: 'at risk' },
  red: { zh: '落后', en: 'off track' },
  grey: { zh: '未到期或无数据', en: 'not due or no data' },
};
