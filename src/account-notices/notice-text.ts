import type { Message } from '../domain/domain-error.js';
import { changeAsked } from './change-asked-text.js';
import { roleName } from '../domain/role-name.js';
import type { NoticeReason } from './account-notices.service.js';

export interface NoticeText {
  readonly title: Message;
  readonly said: Message;
  /** What to do if it should not have happened. */
  readonly remedy: Message;
}

const ASK: Message = {
  zh: '如果您不知情，请立即联系安全管理员。',
  en: 'If you do not know why, tell the security administrator at once.',
};

const NOT_YOU: Message = {
  zh: '如果不是您本人，请立即修改密码，并告知安全管理员。',
  en: 'If it was not you, change your password at once and tell the security administrator.',
};

const factorName = (passkey: string | undefined): Message =>
  passkey === undefined
    ? { zh: '验证器应用', en: 'an authenticator app' }
    : { zh: `通行密钥“${passkey}”`, en: `the passkey “${passkey}”` };

/** What happened to an account, in both languages. Never an address of the mail's own to type a password at. */
export function noticeText(reason: NoticeReason): NoticeText {
  const { at } = reason;
  const by: Message = reason.by === null ? { zh: '', en: '' } : { zh: `由 ${reason.by} `, en: ` by ${reason.by}` };
  switch (reason.kind) {
    case 'password-reset':
      return {
        title: { zh: '您的密码已重置', en: 'Your password was reset' },
        said: {
          zh: `您的密码已于 ${at} ${by.zh}重置，所有登录和令牌已失效。一次性密码由办理人当面或电话告知，7 天内有效。`,
          en: `Your password was reset on ${at}${by.en}; all sessions and tokens have ended. Whoever did it tells you the one-time password, which holds for 7 days.`,
        },
        remedy: ASK,
      };
    case 'role-changed': {
      const role = roleName(reason.role);
      return {
        title: { zh: '您的角色已变更', en: 'Your role was changed' },
        said: {
          zh: `您的角色已于 ${at} ${by.zh}改为“${role.zh}”，请重新登录。`,
          en: `Your role was changed on ${at}${by.en}: you are now ${role.en}. Please sign in again.`,
        },
        remedy: ASK,
      };
    }
    case 'address-changed': {
      const { email } = reason;
      const to: Message =
        email === null
          ? { zh: '删除，不再收到邮件', en: 'taken away: no more mails come' }
          : { zh: `改为 ${email}`, en: `changed to ${email}` };
      return {
        title: { zh: '您账号的邮箱已变更', en: 'The mail address of your account was changed' },
        said: {
          zh: `您账号的邮箱已于 ${at} ${by.zh}${to.zh}。`,
          en: `On ${at} the mail address of your account was ${to.en}${by.en && `,${by.en}`}.`,
        },
        remedy: ASK,
      };
    }
    case 'name-changed':
      return {
        title: { zh: '您账号的姓名已变更', en: 'The name of your account was changed' },
        said: {
          zh: `您账号的姓名已于 ${at} ${by.zh}由“${reason.formerName}”改为“${reason.name}”。`,
          en: `On ${at} the name of your account was changed${by.en}, from “${reason.formerName}” to “${reason.name}”.`,
        },
        remedy: ASK,
      };
    case 'change-asked':
      return changeAsked(reason);
    case 'sign-in-failed':
      return {
        title: { zh: '您的账号多次登录失败', en: 'Sign-ins to your account failed' },
        said: {
          zh: `${at}，来自 ${reason.address} 的多次登录尝试失败，该地址暂时不能再试。您在自己常用的浏览器上仍可登录。同一天的再次失败不另行告知。`,
          en: `On ${at} several tries to sign in from ${reason.address} failed, and none is taken from there for a while. In a browser that you have used before you can still sign in. More failures on the same day are not told again.`,
        },
        remedy: {
          zh: '如果不是您本人，请告知安全管理员；密码若可能泄露，请立即修改。',
          en: 'If it was not you, tell the security administrator, and change your password if others may know it.',
        },
      };
    case 'guessed':
      return {
        title: { zh: '有人在猜您的密码', en: 'Somebody guesses your password' },
        said: {
          zh: `截至 ${at}，今天已有一百次来自陌生浏览器的登录失败，再试须等待更久或被拒绝。您在自己常用的浏览器上仍可登录。`,
          en: `By ${at} a hundred sign-ins from unknown browsers had failed today; more are made to wait longer, or refused. In a browser that you have used before you can still sign in.`,
        },
        remedy: {
          zh: '请告知安全管理员，并启用第二重验证；密码若可能泄露，请立即修改。',
          en: 'Tell the security administrator, add a second factor, and change your password if others may know it.',
        },
      };
    case 'second-factor-added': {
      const what = factorName(reason.passkey);
      return {
        title: { zh: '您的账号启用了第二重验证', en: 'A second factor was added to your account' },
        said: {
          zh: `您的账号已于 ${at} 启用第二重验证（${what.zh}），登录时除密码外还须通过它。其他登录已失效。`,
          en: `On ${at} a second factor (${what.en}) was added to your account: signing in takes one besides the password. All other sessions have ended.`,
        },
        remedy: NOT_YOU,
      };
    }
    case 'second-factor-removed': {
      const what = factorName(reason.passkey);
      return {
        title: { zh: '您的账号停用了第二重验证', en: 'A second factor of your account was ended' },
        said: {
          zh: `您的账号已于 ${at} 停用一项第二重验证（${what.zh}）。其他登录已失效。`,
          en: `On ${at} a second factor of your account (${what.en}) was ended. All other sessions have ended.`,
        },
        remedy: NOT_YOU,
      };
    }
    case 'second-factor-reset':
      return {
        title: { zh: '您的第二重验证已被停用', en: 'Your second factor was ended' },
        said: {
          zh: `您账号的第二重验证已于 ${at} ${by.zh}停用，所有登录和令牌已失效。下次只凭密码登录，请随即重新启用。`,
          en: `The second factor of your account was ended on ${at}${by.en}; all sessions and tokens have ended. The password alone lets you in next time: add a second factor again then.`,
        },
        remedy: ASK,
      };
    case 'recovery-code-used':
      return {
        title: { zh: '您的一个恢复码已使用', en: 'A recovery code of yours was used' },
        said: {
          zh: `您的账号于 ${at} 用恢复码通过了第二重验证，还剩 ${reason.left} 个。`,
          en: `On ${at} a recovery code of your account was used; ${reason.left} are left.`,
        },
        remedy: NOT_YOU,
      };
    case 'code-refused':
      return {
        title: {
          zh: '有人知道您的密码，但没有通过第二重验证',
          en: 'Somebody knows your password, but has not your second factor',
        },
        said: {
          zh: `${at}，来自 ${reason.address} 的登录输入了正确的密码，但第二重验证多次失败，暂时不能再试。同一天的再次失败不另行告知。`,
          en: `On ${at} somebody at ${reason.address} gave your right password and failed several times at the second factor; nothing is taken for a while. More failures on the same day are not told again.`,
        },
        remedy: NOT_YOU,
      };
    case 'token-made':
      return {
        title: { zh: '您的账号新建了令牌', en: 'A token of your account was made' },
        said: {
          zh: `您的账号于 ${at} 新建了令牌“${reason.name}”，持有者可以您的名义访问。`,
          en: `On ${at} a token “${reason.name}” was made, with which a program acts as you.`,
        },
        remedy: {
          zh: '如果不是您本人，请在“我的账号”中结束该令牌、修改密码，并告知安全管理员。',
          en: 'If it was not you, end it under My account, change your password and tell the security administrator.',
        },
      };
  }
}
