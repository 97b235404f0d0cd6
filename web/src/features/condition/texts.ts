import type { Texts } from '../../i18n/texts.js';

export const conditionTexts = {
  condition: {
    title: ['这台服务器需要处理', 'This installation needs attention'],
    relayFails: ['邮件服务器不可用，邮件发不出去', 'The mail server takes no mail'],
    since: [
      '自 {{since}} 起：{{phase}}。已试 {{tries}} 次，下次 {{nextTry}}。{{waiting}} 封邮件在等待，一封不丢；修好后 15 分钟内自动发出。',
      'Since {{since}}: {{phase}}. Tries so far: {{tries}}; the next one: {{nextTry}}. {{waiting}} mails wait, none is lost; they go out by themselves within 15 minutes of the repair.',
    ],
    said: ['最近一次的结果：{{reply}}', 'What came of the last one: {{reply}}'],
  },
} as const satisfies Texts;
