import { type AlertRule, ofIndicator } from './alert-rule.js';

export const lightRed: AlertRule = {
  audience: ['reporter', 'head'],
  ofScores: `${ofIndicator('as_of', 'NULL', 'NULL')} FROM judged WHERE light = 'red' AND light_before IS DISTINCT FROM 'red'`,
  text: {
    zh: ({ what, month }) => `“${what ?? ''}”在 ${month} 转为红灯。`,
    en: ({ what, month }) => `“${what ?? ''}” turned red in ${month}.`,
  },
};
