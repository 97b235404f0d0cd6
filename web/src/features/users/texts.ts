import type { Texts } from '../../i18n/texts.js';

export const usersTexts = {
  users: {
    title: ['用户', 'Users'],
    add: ['新建用户', 'Add a user'],
    name: ['姓名', 'Name'],
    role: ['角色', 'Role'],
    email: ['邮箱', 'Mail address'],
    emailUse: ['提醒、故障和账号变动的通知发到这里', 'Reminders and notices about faults and the account go there'],
    emailUnfit: ['请填写完整的邮箱地址', 'Enter a whole mail address'],
    edit: ['修改', 'Edit'],
    editOf: ['修改{{name}}的账号', 'Edit the account of {{name}}'],
    save: ['保存', 'Save'],
    ownPlace: [
      '自己的角色和部门由另一位安全管理员修改。',
      'Your own role and department are changed by another security administrator.',
    ],
    placeEndsSessions: [
      '改变角色、部门或股室后，此人须重新登录。',
      'After a change of role, department or sections this person has to sign in again.',
    ],
    access: ['登录与令牌', 'Sign-ins and tokens'],
    accessOf: ['{{name}}的登录与令牌', 'Sign-ins and tokens of {{name}}'],
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
    usernameRule: [
      '2 至 60 个小写字母、数字、点、横线或下划线，以字母或数字开头',
      '2 to 60 small letters, digits, points, hyphens or underscores; a letter or digit first',
    ],
    usernameUnfit: ['用户名不能这样写，请按下面的规则填写', 'Not a user name; see the rule below'],
    departmentMissing: ['请选择部门', 'Choose a department'],
    noDepartments: [
      '还没有部门。请先建立绩效办的账号，由绩效办建立部门或导入目标文件。',
      'There is no department yet. Add an account of the performance office first; it makes departments or imports documents.',
    ],
  },
} as const satisfies Texts;
