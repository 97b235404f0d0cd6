import { monthName } from '../../domain/calendar/month-name.js';
import type { Language } from '../../domain/domain-error.js';
import { type AlertRule, ofIndicator } from './alert-rule.js';

/** What is left of a ceiling that adds up over the year, and what that makes for each month that is left. */
const DETAILS = `CASE WHEN aggregation = 'sum' THEN jsonb_build_object(
  'actual', trim_scale(actual)::text, 'limit', trim_scale(ceiling)::text, 'left', trim_scale(ceiling - actual)::text,
  'perMonth', trim_scale(round((ceiling - actual) / nullif(12 - right(as_of, 2)::int, 0), 1))::text) END`;

/** The month of the breach. */
const inWords = (figure: string | null, language: Language): string =>
  figure === null ? '' : monthName(figure)[language];

export const ceilingBreach: AlertRule = {
  audience: ['reporter', 'head'],
  ofScores: `${ofIndicator('as_of', 'breach', 'NULL', DETAILS)} FROM judged WHERE breach IS NOT NULL`,
  text: {
    zh: ({ what, month, figure, details }) =>
      details?.actual === undefined
        ? `“${what ?? ''}”预计 ${inWords(figure, 'zh')} 突破上限。`
        : `“${what ?? ''}”截至 ${month} 已达 ${details.actual}，上限 ${details.limit ?? ''}，只余 ${details.left ?? ''}，` +
          `以后每月平均不超过 ${details.perMonth ?? ''}；照此趋势 ${inWords(figure, 'zh')} 突破上限。`,
    en: ({ what, month, figure, details }) =>
      details?.actual === undefined
        ? `“${what ?? ''}” is expected to pass its ceiling in ${inWords(figure, 'en')}.`
        : `“${what ?? ''}”: ${details.actual} of ${details.limit ?? ''} by ${month}, ${details.left ?? ''} left, ` +
          `${details.perMonth ?? ''} a month; at the present rate it passes its ceiling in ${inWords(figure, 'en')}.`,
  },
};
