import type { Texts } from '../../i18n/texts.js';

export const reviewTexts = {
  review: {
    title: ['待审核', 'To review'],
    hint: [
      '点一项看全年走势、理由和佐证；J / K 上下，A 通过，R 退回。',
      'Open one for its year, reasons and evidence; J and K go down and up, A approves, R returns.',
    ],
    none: ['没有待审核的填报。', 'Nothing waits for review.'],
    more: [
      '这里只有前 {{count}} 项指标的填报，审核后会显示其余的。',
      'These are of the first {{count}} indicators; the others follow once these are decided.',
    ],
    waiting: ['{{count}} 项待审核', '{{count}} to review'],
    ownMany: [
      '，另有 {{count}} 项您参与填报，须由他人审核',
      '; {{count}} more that you took part in wait for somebody else',
    ],
    now: ['本次', 'Now'],
    sinceApproval: ['上次审核后改动', 'Changed since approval'],
    reopened: ['重新打开', 'reopened'],
    approve: ['通过', 'Approve'],
    all: ['全选', 'Select all'],
    choose: ['选择 {{name}}', 'Select {{name}}'],
    difference: ['较上月', 'Difference'],
    approveMany: ['通过 {{count}} 项', 'Approve {{count}}'],
    returnMany: ['退回 {{count}} 项', 'Return {{count}}'],
    reasonMany: ['一并退回的原因', 'Why they are returned'],
    return: ['退回', 'Return'],
    reason: ['退回原因', 'Why it is returned'],
    own: ['您参与填报，须由他人审核', 'You took part in it; somebody else reviews it'],
    ownShort: ['须由他人审核', 'for somebody else'],
    deviates: ['有偏差', 'deviates'],
    deviating: ['其中 {{count}} 项有偏差，请看过原因再决定。', '{{count}} of them deviate: read their reasons first.'],
    together: ['一并决定的填报', 'What is decided on together'],
    keyApprove: ['按 A 键', 'Key A'],
    keyReturn: ['按 R 键', 'Key R'],
    history: ['填报记录', 'History'],
    withdraw: ['撤销', 'Undo'],
    cancel: ['取消', 'Cancel'],
    done: {
      approve: ['已通过 {{count}} 项：{{name}}', '{{count}} approved: {{name}}'],
      return: ['已退回 {{count}} 项：{{name}}', '{{count}} returned: {{name}}'],
    },
  },
} as const satisfies Texts;
