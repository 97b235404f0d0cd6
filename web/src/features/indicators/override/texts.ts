import type { Texts } from '../../../i18n/texts.js';

export const overrideTexts = {
  override: {
    title: ['人工复核得分', 'Score decided by hand'],
    none: ['没有人工复核，得分按公式计算。', 'Not decided by hand: the points are those of the formula.'],
    byOffice: ['由绩效办复核。', 'It is the performance office that decides.'],
    set: ['人工复核', 'Decide by hand'],
    change: ['修改', 'Change'],
    withdraw: ['撤回', 'Withdraw'],
    withdrawConfirm: [
      '撤回后恢复按公式计分（截至{{month}}为 {{formula}} 分），整表得分随之重算。审计日志保留这次复核。',
      'The formula’s points count again ({{formula}} as of {{month}}), and the sheet is scored anew. The audit log keeps what was decided.',
    ],
    points: ['自{{month}}起 {{score}} 分', '{{score}} points from {{month}} on'],
    formula: ['截至{{month}}，公式得分 {{formula}}', 'By formula, as of {{month}}: {{formula}}'],
    by: ['{{name}}，{{at}}', '{{name}}, {{at}}'],
    dialog: ['人工复核得分：{{name}}', 'Decide the score by hand: {{name}}'],
    does: [
      '自所选月份起，该指标以此得分代替公式得分，整表得分和排名随之重算；两个得分在页面、表格和报告中并列，并注明复核人和原因。已发布的报告不变。',
      'From the chosen month on these points stand in the place of the formula’s, and the sheet and its rank are worked out anew. Both stand side by side in pages, tables and reports, with who decided and why. Reports that were issued stay.',
    ],
    score: ['得分（0 至 {{weight}}，最多两位小数）', 'Points (0 to {{weight}}, two decimals at most)'],
    fromMonth: ['自哪个月起', 'From'],
    reason: ['原因（会印在表格和报告中）', 'Why (it is printed in tables and reports)'],
    save: ['保存复核得分', 'Save'],
    theirs: ['对方：自{{month}}起 {{score}} 分，{{reason}}', 'Theirs: {{score}} points from {{month}} on, {{reason}}'],
  },
} as const satisfies Texts;
