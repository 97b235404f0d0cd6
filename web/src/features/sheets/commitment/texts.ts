import type { Texts } from '../../../i18n/texts.js';

export const commitmentTexts = {
  commitment: {
    add: ['增加承诺事项', 'Add a commitment'],
    dialog: ['增加承诺事项', 'Add a commitment'],
    does: [
      '目标文字里写了、但没有指标的数，可以作为承诺事项跟踪：照常填报、催报、亮灯，分值为 0，不计分。增加后不能删除，可用“调整目标”终止。',
      'A number from a goal that no indicator covers: it is entered, reminded and has a light like others, with 0 points, and is never scored. It is not deleted any more; a revision can end it.',
    ],
    level1: ['一级指标', 'Level 1'],
    level2: ['二级指标', 'Level 2'],
    name: ['名称', 'Name'],
    raw: ['目标值（如 ≥4篇/月、<=3名、=100%、12月31日前）', 'Target, such as >=4, <=3, =100%'],
    firstMonth: ['从哪个月起填报', 'First month to enter'],
    firstMonthHint: [
      '此前各月不催报；累计的数，首月填1月以来的合计。',
      'No month before it is asked for; of what adds up, the first entry is the total since January.',
    ],
    now: ['当前月份', 'the month that is running'],
    section: ['责任股室', 'Section'],
    aggregation: ['汇总方式', 'How months add up'],
    byItself: ['按名称和单位判断', 'by its name and unit'],
    save: ['增加', 'Add'],
  },
} as const satisfies Texts;
