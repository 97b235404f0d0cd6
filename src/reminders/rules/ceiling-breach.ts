import { type AlertRule, ofIndicator } from './alert-rule.js';

export const ceilingBreach: AlertRule = {
  audience: ['reporter', 'head'],
  ofScores: `${ofIndicator('as_of', 'breach', 'NULL')} FROM judged WHERE breach IS NOT NULL`,
  text: {
    zh: ({ what, figure }) => `“${what ?? ''}”预计 ${figure ?? ''} 突破上限。`,
    en: ({ what, figure }) => `“${what ?? ''}” is expected to pass its ceiling in ${figure ?? ''}.`,
  },
};
