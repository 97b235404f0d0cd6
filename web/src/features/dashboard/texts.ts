import type { Texts } from '../../i18n/texts.js';

export const dashboardTexts = {
  dashboard: {
    title: ['总览', 'Dashboard'],
    hint: ['截至 {{month}}', 'As of {{month}}'],
    sheets: ['目标表', 'Sheets'],
    pace: ['时序得分', 'Pace'],
    earned: ['已得分', 'Earned'],
    earnedOf: ['已得 {{score}}', '{{score}} earned'],
    earnedPoints: ['已得 {{score}} / {{max}} 分', '{{score}} of {{max}} earned'],
    mean: ['时序得分（加权平均）', 'Pace, weighted mean'],
    poor: ['时序等级为差', 'Rated poor by pace'],
    unfinished: ['有缺报', 'With entries missing'],
    unfinishedAmong: [
      '其中 {{count}} 张表有缺报，等级按已报数据暂算。',
      'Sheets among them that lack entries, and are rated by what there is so far: {{count}}.',
    ],
    lacks: ['缺报 {{count}} 项，暂不评判', 'Not judged yet, entries missing: {{count}}'],
    notJudged: ['有缺报，暂不评判', 'Entries missing, not judged yet'],
    league: ['时序得分排名', 'League table by pace'],
    change: ['较上月', 'Since last month'],
    ratings: ['时序等级分布', 'Ratings by pace'],
    losses: ['时序扣分最多的指标', 'Most points lost by pace'],
    noLosses: ['没有扣分。', 'No points are lost.'],
    heat: ['逐月时序得分', 'Pace, month by month'],
    best: [
      '只列出时序得分最高的 {{count}} 张表；选择部门可查看其余各表。',
      'The {{count}} sheets that are furthest ahead; choose a department to see the others.',
    ],
    leftOut: [
      '只列出时序得分最低的 {{rows}} 个部门，另有 {{leftOut}} 个未列出；选择部门可查看其各表。',
      'The {{rows}} departments that are furthest behind; {{leftOut}} more are left out. Choose a department to see its sheets.',
    ],
    missing: ['缺报', 'Missing entries'],
    nothingMissing: ['没有缺报。', 'Nothing is missing.'],
    indicators: ['指标数', 'Indicators'],
    entries: ['缺报月数（含待审核）', 'Entries not approved'],
  },
} as const satisfies Texts;
