import { namesWhere } from '../../domain/aggregation.js';
import { type AlertRule, ofIndicator } from './alert-rule.js';

/** A quarter, half-year or deadline is lost where nothing is entered for its month. */
const LOST_BY_SILENCE = namesWhere(({ judgedBy, entered }) => judgedBy !== null || entered === 'date');
const LOST_BY_ONE_MONTH = namesWhere(({ oneMonthDecides }) => oneMonthDecides);

const CAUSES_ZH = {
  forecast: () => '按目前进度将达不到目标',
  draft: (month: string) => `${month} 目前填写的数达不到目标`,
  missing: (month: string) => `${month} 尚未填报且即将到期`,
};
const CAUSES_EN = {
  forecast: () => 'at the present rate it misses its target',
  draft: (month: string) => `as entered so far ${month} misses its target`,
  missing: (month: string) => `${month} is not entered yet and due shortly`,
};

/** 直接赋分, and not lost yet: as entered so far the month would miss its target, or nothing is entered and it is due by tomorrow. */
export const allOrNothing: AlertRule = {
  audience: ['reporter', 'head'],
  ofScores: `${ofIndicator('as_of', 'trim_scale(weight)::text', `'forecast'`)} FROM judged WHERE "atRisk" AND weight > 0`,
  ofEntries: `
    ${ofIndicator('month', 'trim_scale(weight)::text', `CASE WHEN status IS NULL THEN 'missing' ELSE 'draft' END`)}
    FROM open_entries
    WHERE (rule = 'direct' OR comparator = 'by') AND weight > 0
      AND ((is_closing AND status IS NULL AND NOT is_answered AND aggregation IN (${LOST_BY_SILENCE}))
        OR (status IN ('draft', 'submitted', 'returned') AND NOT not_applicable AND aggregation IN (${LOST_BY_ONE_MONTH})
            AND CASE comparator WHEN '>=' THEN value < target WHEN '>' THEN value <= target
                  WHEN '<=' THEN value > target WHEN '<' THEN value >= target WHEN '=' THEN value <> target
                  WHEN 'range' THEN value NOT BETWEEN target AND target_upper ELSE false END))`,
  text: {
    zh: ({ what, month, figure, cause }) =>
      `“${what ?? ''}”为直接赋分，${CAUSES_ZH[cause ?? 'forecast'](month)}，${figure ?? ''} 分可能全失。`,
    en: ({ what, month, figure, cause }) =>
      `“${what ?? ''}” is all or nothing: ${CAUSES_EN[cause ?? 'forecast'](month)}; ${figure ?? ''} points are in danger.`,
  },
};
