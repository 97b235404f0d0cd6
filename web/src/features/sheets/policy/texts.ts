import type { Texts } from '../../../i18n/texts.js';

export const sheetPolicyTexts = {
  sheetPolicy: {
    change: ['更换评分政策', 'Change the policy'],
    dialog: ['评分政策', 'Policy'],
    now: ['现用：{{policy}}', 'In use: {{policy}}'],
    to: ['改用', 'Use instead'],
    choose: ['选定政策后，这里会列出得分的变化。', 'Choose a policy to see what it changes.'],
    does: [
      '更换后，全年各月按新政策重新计分；已发布的报告不变，需要时另出新版本。',
      'All months of the year are scored anew. Reports that were issued stay; issue a new version where one is needed.',
    ],
    effect: [
      '截至{{month}}，整表得分 {{before}} → {{after}}',
      'As of {{month}} the sheet scores {{before}} → {{after}}',
    ],
    pace: ['时序得分 {{before}} → {{after}}', 'Its pace {{before}} → {{after}}'],
    otherMonths: ['（其他各月也会重算）', '(other months change, too)'],
    same: ['各指标已得分不变。', 'No indicator’s earned points change.'],
    indicator: ['指标', 'Indicator'],
    points: ['得分', 'Points'],
    execution: ['预算执行', 'Budget execution'],
    reason: ['原因（记入审计日志）', 'Why (it stands in the audit log)'],
    save: ['更换政策', 'Change the policy'],
    theirs: ['对方已改用：{{policy}}', 'Theirs: {{policy}}'],
  },
} as const satisfies Texts;
