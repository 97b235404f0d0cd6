import type { Texts } from '../../i18n/texts.js';

export const todayTexts = {
  today: {
    title: ['我的待办', 'My tasks'],
    hello: ['{{name}}，您好', 'Hello, {{name}}'],
    hint: ['这里是需要您处理的事项。', 'This is what waits for you.'],
    hintEmpty: [
      '本年度还没有绩效目标。完成这几步，填报和提醒就会开始。',
      'There are no targets this year yet. After these steps entering and reminding begin.',
    ],
    owed: ['待填报', 'To enter'],
    owes: ['还有 {{owed}} / {{due}} 项未提交', '{{owed}} of {{due}} not submitted'],
    nothingOwed: ['全部提交，没有待填报事项。', 'All is submitted; nothing is owed.'],
    closedLacking: [
      '{{month}}已关闭，还有 {{owed}} / {{due}} 项没有提交；需要补报时，请绩效办在“月份”页重新开放。',
      '{{month}} is closed, and {{owed}} of {{due}} were never submitted. To enter them, ask the performance office to reopen the month.',
    ],
    nothingAssigned: [
      '没有归您填报的指标：您的账号没有负责的股室，或这些股室还没有指标。账号的股室请安全管理员在“用户”页设置，指标归哪个股室请绩效办在“责任股室”页指定。',
      'No indicator is yours to enter: your account has no section, or its sections own none. The security administrator gives an account its sections under Users; the performance office names the owners of indicators.',
    ],
    nextDue: ['{{month}}：{{at}} 前提交', '{{month}}: due {{at}}'],
    catchUp: [
      '{{count}} 个月未填完。在全年表里可以逐月补录，也可从电子表格整块粘贴。',
      '{{count}} months lack entries. The table of the year takes them all, also pasted from a spreadsheet.',
      '{{count}} month lacks entries. The table of the year takes them all, also pasted from a spreadsheet.',
    ],
    toYear: ['打开全年表', 'Open the year'],
    start: ['从这里开始', 'Start here'],
    problems: ['待解决的问题', 'Problems to solve'],
    lacks: {
      drafts: ['{{count}} 份导入的草稿等待采用', 'Imported drafts that wait to be adopted: {{count}}'],
      owners: [
        '{{count}} 项指标没有责任股室，不会有人被提醒填报',
        'Indicators without an owner, which nobody is reminded of: {{count}}',
      ],
      contacts: ['{{count}} 个部门没有可提醒的联系人', 'Departments that nobody is reminded for: {{count}}'],
      addresses: ['{{count}} 位联系人没有邮箱', 'Contacts without a mail address: {{count}}'],
      refused: ['{{count}} 个邮箱被退信，已停发', 'Addresses that were refused and get no mail: {{count}}'],
      calendar: [
        '{{count}} 年的放假和调休安排尚未录入，截止日暂按周一至周五推算',
        'The holidays of {{count}} are not entered; due dates go by Monday to Friday',
      ],
      mail: ['还没有确认提醒邮件能发出', 'Nobody knows yet whether reminders can be mailed'],
    },
    solve: {
      drafts: ['去采用', 'Adopt'],
      owners: ['指定股室', 'Name owners'],
      contacts: ['登记联系人', 'Add contacts'],
      addresses: ['补充邮箱', 'Add addresses'],
      refused: ['改正邮箱', 'Mend addresses'],
      calendar: ['录入', 'Enter them'],
      mail: ['发测试邮件', 'Send a test mail'],
    },
    returned: ['退回或重新打开，待更正', 'Came back to be corrected'],
    waiting: ['待审核', 'To review'],
    toReview: ['项待审核（{{months}}）', 'entries wait for review ({{months}})'],
    atRisk: ['有扣分风险', 'Points at risk'],
    nothingAtRisk: ['没有处于风险中的指标。', 'No indicator is at risk.'],
    nothingAtRiskYet: [
      '已报的数据中没有处于风险的指标；未填报的月份还没有算进来。',
      'Of what has been entered no indicator is at risk; the months that lack entries are not in it.',
    ],
    nothingToReview: ['没有待审核的填报。', 'Nothing waits for review.'],
  },
} as const satisfies Texts;
