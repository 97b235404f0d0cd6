import type { Texts } from '../../i18n/texts.js';

export const dashboardTexts = {
  dashboard: {
    beingScored: [
      '正在计算 {{count}} 个得分，下面的数字还不完整，算完自动更新。',
      '{{count}} scores are being made: the figures below are not complete yet, and renew themselves.',
      '{{count}} score is being made: the figures below are not complete yet, and renew themselves.',
    ],
    title: ['总览', 'Dashboard'],
    hint: ['截至 {{month}}', 'As of {{month}}'],
    sheets: ['目标表', 'Sheets'],
    pace: ['时序得分', 'Pace'],
    earned: ['已得分', 'Earned'],
    earnedOf: ['已得 {{score}}', '{{score}} earned'],
    earnedPoints: ['已得 {{score}} / {{max}} 分', '{{score}} of {{max}} earned'],
    mean: ['时序得分（加权平均）', 'Pace, weighted mean'],
    poor: ['时序等级为差', 'Rated poor by pace'],
    unfinished: ['有缺报或待审', 'Not complete yet'],
    unfinishedAmong: [
      '另有 {{count}} 张表有缺报或待审，暂不评判。',
      'Besides, sheets that lack approved entries, and are not judged yet: {{count}}.',
    ],
    lacks: ['缺报 {{count}} 项', '{{count}} entries missing', '{{count}} entry missing'],
    waits: ['待审 {{count}} 项', '{{count}} waiting for review'],
    comma: ['、', ', '],
    notYet: ['，暂不评判', ': not judged yet'],
    notBegun: ['启用前', 'not yet'],
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
    missing: ['缺报与待审', 'Missing and waiting'],
    nothingMissing: ['没有缺报，也没有待审。', 'Nothing is missing, nothing waits.'],
    indicators: ['指标数', 'Indicators'],
    entries: ['缺报月数', 'Entries missing'],
    waiting: ['已报待审', 'Waiting for review'],
  },
} as const satisfies Texts;
