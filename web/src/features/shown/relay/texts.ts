import type { Texts } from '../../../i18n/texts.js';

export const relayTexts = {
  relay: {
    test: ['发送测试邮件', 'Send a test mail'],
    to: ['发往（填自己的邮箱）', 'To (an address of your own)'],
    toWrong: ['请填写完整的邮箱地址，如 zhang@example.org', 'A whole mail address, such as zhang@example.org'],
    lastTest: ['最近一次测试：{{at}}', 'Last test: {{at}}'],
    untested: ['还没有发送过测试邮件。', 'No test mail has been sent yet.'],
    outcome: {
      sent: [
        '邮件服务器已接收。请到收件箱（也看垃圾箱）确认收到。',
        'The mail server has taken it. See whether it arrives (the spam folder, too).',
      ],
      file: [
        '没有设置邮件服务器（SMTP_URL），邮件写成了 DATA_DIR/mail 中的文件。',
        'No mail server is set (SMTP_URL): the mail became a file in DATA_DIR/mail.',
      ],
      refused: ['邮件服务器拒收这个收件地址。', 'The mail server refuses this address.'],
      postponed: ['没有发出：{{phase}}。', 'It did not go out: {{phase}}.'],
      uncertain: [
        '邮件已交出，服务器没有答复；可能已收到。',
        'It was handed over and the server did not answer; it may have arrived.',
      ],
    },
    said: ['服务器的答复：{{reply}}', 'The server said: {{reply}}'],
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
