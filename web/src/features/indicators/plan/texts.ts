import type { Texts } from '../../../i18n/texts.js';

export const indicatorPlanTexts = {
  indicatorPlan: {
    title: ['月度计划（里程碑）', 'Plan by months'],
    none: [
      '没有逐月计划：时序进度按全年目标均匀推算。',
      'No plan by months: the pace is that of the whole year, evenly.',
    ],
    noneFits: [
      '该指标按月、按期或按文字评判，没有逐月计划。',
      'It is judged by each period, by a day or in words, and has no plan by months.',
    ],
    set: ['制定计划', 'Set a plan'],
    change: ['修改计划', 'Change the plan'],
    dialog: ['月度计划：{{name}}', 'Plan by months: {{name}}'],
    does: [
      '保存后，时序进度（红黄绿灯）和偏差原因的要求按计划重新判断；得分不变。清空全部行即取消计划。',
      'The pace (lights) and when a reason is asked for follow the plan from then on; points stay. Without lines there is no plan.',
    ],
    save: ['保存', 'Save'],
    theirs: ['对方保存的计划：{{plan}}', 'Their plan: {{plan}}'],
    row: ['{{month}}：累计 {{target}}', '{{month}}: {{target}}'],
    emptied: ['没有计划', 'no plan'],
  },
} as const satisfies Texts;
