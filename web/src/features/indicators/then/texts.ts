import type { Texts } from '../../../i18n/texts.js';

export const thenTexts = {
  then: {
    title: ['{{month}}：当时的样子', '{{month}} as it stood'],
    day: ['截至哪一天（不选为现在）', 'On which day (empty: now)'],
    target: ['当月适用的目标', 'Target in force'],
    weight: ['分值', 'Weight'],
    instead: [
      '{{month}}还没有填报，这里是之前最近一个有填报的月份。',
      'Nothing has been entered for {{month}}; this is the last month before it that has an entry.',
    ],
    entry: ['填报', 'Entry'],
    noEntry: ['到那一天为止，这个月还没有填报。', 'By that day nothing had been entered for this month.'],
    by: ['{{name}}，{{at}}', '{{name}}, {{at}}'],
    report: ['已发布的得分', 'Issued score'],
    issued: [
      '{{score}} / {{max}} 分（报告第 {{version}} 版，{{at}}）',
      '{{score}} of {{max}} points (report, version {{version}}, {{at}})',
    ],
    notIssued: ['那时还没有发布该月的报告', 'no report of the month had been issued by then'],
    now: ['现在计算，截至{{month}}', 'Worked out now, as of {{month}}'],
    history: ['填报记录', 'History'],
  },
} as const satisfies Texts;
