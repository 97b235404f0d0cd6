import type { Message } from '../domain/domain-error.js';
import { roleName } from '../domain/role-name.js';
import type { NoticeReason } from './account-notices.service.js';
import { fieldNames } from './field-name.js';
import type { NoticeText } from './notice-text.js';

const DISABLING: Message = { zh: '停用账号', en: 'the end of the account' };
const WHAT = {
  account: { zh: '新建账号', en: 'a new account' },
  change: { zh: '变更账号', en: 'a change of the account' },
  'password-reset': { zh: '重置密码', en: 'a reset of the password' },
  'second-factor-reset': { zh: '停用第二重验证', en: 'the end of the second factor' },
} as const;

/** What waits for a second person, to whoever may still stop it. */
export function changeAsked({
  at,
  by,
  what,
  name,
  role,
  disables,
  fields = [],
  effectiveAt,
}: NoticeReason & { kind: 'change-asked' }): NoticeText {
  const as: Message =
    role === null ? { zh: '', en: '' } : { zh: `，角色“${roleName(role).zh}”`, en: ` as ${roleName(role).en}` };
  const asked = disables ? DISABLING : WHAT[what];
  const names = fieldNames(fields);
  const of: Message =
    fields.length === 0 ? { zh: '', en: '' } : { zh: `（更改：${names.zh}）`, en: ` (to be changed: ${names.en})` };
  const when: Message =
    effectiveAt === null
      ? { zh: '须由另一位安全管理员复核后生效。', en: 'Another security administrator has to approve it.' }
      : {
          zh: `目前没有另一位安全管理员可以复核，自 ${effectiveAt} 起可以办理。`,
          en: `There is nobody else to approve it: it may be done from ${effectiveAt} on.`,
        };
  return {
    title: { zh: '账号变更待复核', en: 'A change of an account waits' },
    said: {
      zh: `${by ?? ''} 于 ${at} 申请：${asked.zh} ${name}${as.zh}${of.zh}。${when.zh}`,
      en: `On ${at} ${by ?? 'somebody'} asked for ${asked.en} of ${name}${as.en}${of.en}. ${when.en}`,
    },
    remedy: {
      zh: '如有疑问，请在此之前告知安全管理员、系统管理员或审计员；安全管理员可在“用户”页复核或撤回。',
      en: 'If it should not be done, tell an administrator before; the security administrators approve or withdraw it on the page Users.',
    },
  };
}
