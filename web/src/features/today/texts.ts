import type { Texts } from '../../i18n/texts.js';

export const todayTexts = {
  today: {
    title: ['今天', 'Today'],
    hello: ['{{name}}，您好', 'Hello, {{name}}'],
    hint: ['这里是需要您处理的事项。', 'This is what waits for you.'],
    owed: ['待填报', 'To enter'],
    owes: ['还有 {{owed}} / {{due}} 项未提交', '{{owed}} of {{due}} not submitted'],
    due: ['{{at}} 前提交', 'due {{at}}'],
    wasDue: ['已于 {{at}} 到期', 'was due {{at}}'],
    closed: ['已关闭', 'closed'],
    nothingOwed: ['全部提交，没有待填报事项。', 'All is submitted; nothing is owed.'],
    returned: ['被退回', 'Returned to you'],
    waiting: ['待审核', 'To review'],
    toReview: ['项待审核（{{months}}）', 'entries wait for review ({{months}})'],
    atRisk: ['有扣分风险', 'Points at risk'],
    nothingAtRisk: ['没有处于风险中的指标。', 'No indicator is at risk.'],
    nothingToReview: ['没有待审核的填报。', 'Nothing waits for review.'],
  },
} as const satisfies Texts;
