import type { Texts } from '../../i18n/texts.js';

export const usersTexts = {
  users: {
    title: ['用户', 'Users'],
    add: ['新建用户', 'Add a user'],
    name: ['姓名', 'Name'],
    role: ['角色', 'Role'],
    identity: ['关联身份', 'Link identity'],
    identityOf: ['{{name}}的统一身份', 'Identity of {{name}}'],
    identityHint: [
      '填写统一身份认证中的身份编号（本人登录被拒时页面会显示）。关联后密码失效，会话结束；留空则解除关联，之后须重置密码。',
      'The number at the OpenID provider, which a refused sign-in shows. Linking ends the password and all sessions; an empty number ends the link, and a password reset is needed then.',
    ],
    subject: ['身份编号', 'Identity number'],
    active: ['正常', 'active'],
    disabled: ['已停用', 'disabled'],
    reset: ['重置密码', 'Reset password'],
    resetConfirm: ['重置 {{name}} 的密码？其所有登录随即失效。', 'Reset the password of {{name}}? All sessions end.'],
    disable: ['停用', 'Disable'],
    disableConfirm: ['停用 {{name}}？其所有登录随即失效。', 'Disable {{name}}? All sessions end.'],
    enable: ['启用', 'Enable'],
    enableConfirm: ['重新启用 {{name}}？', 'Enable {{name}} again?'],
    password: [
      '{{username}} 的一次性密码，只显示这一次，请当面或电话告知：',
      'One-time password of {{username}}, shown this once; hand it over in person or by telephone:',
    ],
    username: ['用户名', 'User name'],
  },
} as const satisfies Texts;
