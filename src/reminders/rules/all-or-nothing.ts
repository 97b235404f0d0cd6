import { namesWhere } from '../../domain/aggregation.js';
import { type AlertRule, ofIndicator } from './alert-rule.js';

/** A quarter, half-year or deadline is lost where nothing is entered for its month. */
const LOST_BY_SILENCE = namesWhere(({ judgedBy, entered }) => judgedBy !== null || entered === 'date');
/** 6 days of at most 6: nothing may get worse. */
const AT_LIMIT = `(comparator = '<=' AND value = target AND aggregation IN (${namesWhere(({ course }) => course === 'highest')}))`;
const LOST_BY_ONE_MONTH = namesWhere(({ oneMonthDecides }) => oneMonthDecides);

const CAUSES_ZH = {
  limit: (month: string) => `${month} 已到上限，再超出一点即失分`,
  date: (month: string, date?: string) => `须于 ${date ?? month} 前完成，尚未填报完成日期`,
  forecast: () => '按目前进度将达不到目标',
  draft: (month: string) => `${month} 目前填写的数达不到目标`,
  missing: (month: string) => `${month} 尚未填报且即将到期`,
};
const CAUSES_EN = {
  limit: (month: string) => `with ${month} it is at its limit, and any more misses it`,
  date: (month: string, date?: string) => `it has to be completed by ${date ?? month}, and is not said to be`,
  forecast: () => 'at the present rate it misses its target',
  draft: (month: string) => `as entered so far ${month} misses its target`,
  missing: (month: string) => `${month} is not entered yet and due shortly`,
};

/**
 * 直接赋分, and not lost yet: as entered so far the target would be missed, nothing is entered and it is due by tomorrow, the
 * worst month is at the limit, or the day by which something has to be completed is near.
 */
export const allOrNothing: AlertRule = {
  audience: ['reporter', 'head'],
  ofScores: `${ofIndicator('as_of', 'trim_scale(weight)::text', `'forecast'`)} FROM judged WHERE "atRisk" AND weight > 0`,
  ofEntries: `
    ${ofIndicator('month', 'trim_scale(weight)::text', `CASE WHEN status IS NULL THEN 'missing' WHEN ${AT_LIMIT} THEN 'limit' ELSE 'draft' END`)}
    FROM open_entries
    WHERE (rule = 'direct' OR comparator = 'by') AND weight > 0
      AND ((is_closing AND status IS NULL AND NOT is_answered AND aggregation IN (${LOST_BY_SILENCE}))
        OR (status IN ('draft', 'submitted', 'returned') AND NOT not_applicable AND aggregation IN (${LOST_BY_ONE_MONTH})
            AND CASE comparator WHEN '>=' THEN value < target WHEN '>' THEN value <= target
                  WHEN '<=' THEN value > target WHEN '<' THEN value >= target WHEN '=' THEN value <> target
                  WHEN 'range' THEN value NOT BETWEEN target AND target_upper ELSE false END)
        OR (status IS NOT NULL AND NOT not_applicable AND ${AT_LIMIT}))`,
  ofDates: `
    ${ofIndicator('left(target_date, 7)', 'trim_scale(weight)::text', `'date'`, `jsonb_build_object('date', target_date)`)}
    FROM dated WHERE weight > 0`,
  text: {
    zh: ({ what, month, figure, cause, details }) =>
      `“${what ?? ''}”为直接赋分，${CAUSES_ZH[cause ?? 'forecast'](month, details?.date)}，${figure ?? ''} 分可能全失。`,
    en: ({ what, month, figure, cause, details }) =>
      `“${what ?? ''}” is all or nothing: ${CAUSES_EN[cause ?? 'forecast'](month, details?.date)}; ${figure ?? ''} points are in danger.`,
  },
};
