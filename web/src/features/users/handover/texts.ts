import type { Texts } from '../../../i18n/texts.js';

export const handoverTexts = {
  handover: {
    button: ['移交职责', 'Hand over'],
    of: ['移交职责：{{name}}', 'Hand over: {{name}}'],
    sections: ['负责的股室转给接替人：{{names}}', 'The sections go to the successor: {{names}}'],
    contacts: [
      '以其身份登记的联系人转给接替人：提醒邮件此后发给接替人。',
      'The contacts that they are become the successor’s: reminders go there from then on.',
    ],
    deputy: [
      '作为下列人员的代理人，改由接替人代理：{{names}}',
      'As deputy of {{names}} the successor takes their place',
    ],
    sessions: [
      '其当前的登录全部结束；账号不停用，需要时另行停用。',
      'Their sessions end; the account is not disabled, which can be done beside it.',
    ],
    stays: [
      '以前填报、提交、审核的记录仍是本人的。',
      'What they entered, submitted and approved stays theirs in every history.',
    ],
    nobody: [
      '没有可以接替的人：须是同一部门、同一角色、未停用的另一个账号。请先新建账号。',
      'Nobody can take over: it has to be another account of the same department and role that is not disabled. Make one first.',
    ],
    to: ['接替人', 'Successor'],
    toMissing: ['请选择接替人', 'Choose who takes over'],
    reason: ['原因', 'Reason'],
    reasonMissing: ['请填写原因', 'Say why'],
    go: ['移交', 'Hand over'],
  },
} as const satisfies Texts;
