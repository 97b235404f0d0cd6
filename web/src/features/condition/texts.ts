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
    phase: {
      connect: ['连接不上或连接中断', 'it cannot be reached, or the line is cut'],
      hello: ['服务器拒绝会话（EHLO）', 'it refuses the session (EHLO)'],
      tls: ['加密连接（TLS）失败', 'the encrypted line (TLS) fails'],
      'sign-in': ['用户名或密码不被接受，请检查 SMTP_URL', 'user name or password are not accepted; see SMTP_URL'],
      sender: ['发件地址不被接受，请检查 MAIL_FROM', 'the sender is not accepted; see MAIL_FROM'],
      recipient: ['服务器暂停收件', 'it takes no mail for now'],
      content: ['服务器暂停收件', 'it takes no mail for now'],
      answer: ['邮件交出后没有答复', 'it does not answer to what it was given'],
      robot: ['群机器人没有答复', 'the chat robot does not answer'],
    },
  },
} as const satisfies Texts;
