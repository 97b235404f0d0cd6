import type { Texts } from '../../i18n/texts.js';

export const sessionTexts = {
  session: {
    signIn: ['登录', 'Sign in'],
    signOut: ['退出', 'Sign out'],
    ended: [
      '登录已过期。重新登录后，页面和已填的内容都还在。',
      'Your session has ended. Sign in again: the page and what you have typed are still there.',
    ],
    back: ['重新登录', 'Sign in again'],
    other: ['这台电脑上现在登录的是{{other}}', '{{other}} is signed in on this computer now'],
    otherHint: [
      '本页是{{name}}打开的，其中已填的内容都还在。本人在下面重新登录即可接着填；也可以用现在登录的身份重新打开本页。',
      'This page was opened by {{name}}, and what they have typed is still there. They sign in below to go on; or open the page anew as who is signed in now.',
    ],
    goOnAs: ['以{{other}}的身份重新打开', 'Open it anew as {{other}}'],
    username: ['用户名', 'User name'],
    password: ['密码', 'Password'],
    forgotten: [
      '没有账号或忘记密码，请联系安全管理员。',
      'No account, or password forgotten? Ask the security administrator.',
    ],
    signInAtProvider: ['统一身份认证登录', 'Sign in with the organisation’s account'],
    problem: {
      'oidc-unavailable': [
        '暂时连接不上统一身份认证，请稍后再试。',
        'The OpenID provider cannot be reached; try again later.',
      ],
      'oidc-refused': ['统一身份认证没有通过。', 'The OpenID provider refused the sign-in.'],
      'oidc-too-weak': [
        '统一身份认证的登录方式不够强，请以本单位要求的方式（如加验证码）重新登录。',
        'The sign-in at the OpenID provider was not strong enough; sign in there as your organisation demands, such as with a code.',
      ],
      'oidc-failed': [
        '统一身份认证的应答无效或已过期，请重新登录。',
        'The answer of the OpenID provider is not valid or too old; sign in again.',
      ],
      'identity-unknown': [
        '此身份没有关联可用的账号，请把身份编号告诉安全管理员：',
        'No usable account is linked to this identity; tell the security administrator its number:',
      ],
    },
    choosePassword: ['修改密码', 'Change your password'],
    choosePasswordHint: [
      '{{name}}，请先设置自己的密码，然后继续。',
      '{{name}}, choose a password of your own to go on.',
    ],
    rules: [
      '至少 {{length}} 个字符；不能是常见的密码、发放的一次性密码、现在的或最近用过的密码；不能含您的用户名、姓名、邮箱，也不能主要由单位、地方或本系统的名称组成。',
      'At least {{length}} characters; not a common one, one that was handed out, the present one or one of the last; without your user name, name and mail address, and not made of names of the organisation, the place or this product.',
    ],
    rulesClasses: [
      '须含大写、小写、数字、符号中的 {{classes}} 类。',
      'It has {{classes}} of: upper case, lower case, digits, others.',
    ],
    current: ['当前密码', 'Present password'],
    new: ['新密码', 'New password'],
    again: ['再次输入新密码', 'New password again'],
    currentMissing: ['请输入当前密码', 'Enter the present password'],
    newMissing: ['请输入新密码', 'Enter a new password'],
    againMissing: ['请再次输入新密码', 'Enter the new password again'],
    different: ['两次输入的新密码不一致', 'The two new passwords are not the same'],
    change: ['修改并继续', 'Change and go on'],
    changePassword: ['修改密码', 'Change password'],
    changeHow: [
      '修改后，您在其他电脑和浏览器上的登录随即结束，您的令牌全部失效；这里的登录不受影响。',
      'It ends your sign-ins on other computers and in other browsers, and all your tokens; you stay signed in here.',
    ],
    changed: [
      '密码已修改，其他登录和令牌已结束。下次登录请用新密码。',
      'The password has been changed; your other sign-ins and your tokens have ended. Use the new one from now on.',
    ],
  },
  account: {
    title: ['我的账号', 'My account'],
    newToken: ['新建令牌', 'Make a token'],
    nameMissing: ['请填写用途', 'Say what it is for'],
    tokenOnce: [
      '令牌只显示这一次，请保存到要使用它的系统中：',
      'The token is shown this once; put it where it is to be used:',
    ],
    keptData: ['我的个人数据', 'My personal data'],
    keptDataHint: [
      '本系统保存的关于您的内容：账号、联系人、登录、令牌、第二重验证、邮件，以及各类操作的次数（JSON 文件）。填报、目标和报告历史中的姓名不在其中。',
      'What this service keeps about you: account, contacts, sign-ins, tokens, second factors, mails, and how often you did what (a JSON file). Names in histories of entries, targets and reports are not in it.',
    ],
    keptDataGo: ['导出', 'Export'],
  },
  absence: {
    title: ['外出与代理', 'Absence and deputy'],
    how: [
      '外出期间，提醒邮件改发代理人；部门负责人的审核也由代理人代办，代理人本人提交的内容除外。两个日期都留空，表示不外出。',
      'While you are away, your deputy gets your reminders; for a head, they approve the entries of the department too, except their own. Leave both days empty when you are not away.',
    ],
    from: ['开始日期', 'First day'],
    until: ['结束日期', 'Last day'],
    deputy: ['代理人', 'Deputy'],
    save: ['保存', 'Save'],
    cancel: ['取消', 'Cancel'],
  },
} as const satisfies Texts;
