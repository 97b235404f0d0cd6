import type { AlertRule } from './alert-rule.js';

/** The budget is spent more slowly than the year passes, by more points than the office allows. */
export const executionLag: AlertRule = {
  audience: ['head', 'office'],
  ofScores: `
    SELECT department_id, NULL::uuid, sheet_id::text, project, as_of, round(year_passed - 100 * execution_rate, 1)::text, NULL,
           NULL::jsonb
    FROM scored, settings WHERE as_of = this_month AND year_passed - 100 * execution_rate > lag_points`,
  text: {
    zh: ({ what, figure }) => `“${what ?? '部门整体'}”预算执行落后时间进度 ${figure ?? ''} 个百分点。`,
    en: ({ what, figure }) =>
      `Budget execution of “${what ?? 'the department'}” is ${figure ?? ''} points behind the year.`,
  },
};
