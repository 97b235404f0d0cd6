import type { Message } from './domain-error.js';
import type { Light } from './outlook/light.js';
import type { Possibility } from './outlook/possibility.js';
import type { Rating } from './policy.js';
import type { Standing } from './scoring/unjudged.js';

/** The official words for ratings. */
export const RATING_NAMES: Record<Rating, Message> = {
  excellent: { zh: '优', en: 'excellent' },
  good: { zh: '良', en: 'good' },
  fair: { zh: '中', en: 'fair' },
  poor: { zh: '差', en: 'poor' },
};

export const LIGHT_NAMES: Record<Light, Message> = {
  green: { zh: '正常', en: 'on track' },
  amber: { zh: '预警', en: 'behind' },
  red: { zh: '滞后', en: 'far behind' },
  grey: { zh: '未到期或无数据', en: 'not due or no data' },
};

/** Why there is nothing to judge: five different things, and none of them is 0. */
export const STANDING_NAMES: Record<Exclude<Standing, 'judged'>, Message> = {
  'not-begun': { zh: '启用前', en: 'not taken up yet' },
  ended: { zh: '已终止', en: 'ended' },
  'not-applicable': { zh: '不适用', en: 'not applicable' },
  waiting: { zh: '已报待审', en: 'waiting for review' },
  'not-due': { zh: '未到期', en: 'not due' },
  missing: { zh: '尚无核定数', en: 'nothing approved yet' },
};

/** 完成目标可能性, as the official monitoring form has it. */
export const POSSIBILITY_NAMES: Record<Possibility, Message> = {
  certain: { zh: '确定能', en: 'certain' },
  possible: { zh: '有可能', en: 'possible' },
  impossible: { zh: '完全不可能', en: 'impossible' },
};
