import type { AccountField } from '../auth/users/dto/user.dto.js';
import type { Message } from '../domain/domain-error.js';

const NAMES: Readonly<Record<AccountField, Message>> = {
  username: { zh: '用户名', en: 'user name' },
  displayName: { zh: '姓名', en: 'name' },
  email: { zh: '邮箱', en: 'mail address' },
  language: { zh: '邮件语言', en: 'language of mails' },
  role: { zh: '角色', en: 'role' },
  departmentId: { zh: '部门', en: 'department' },
  sectionIds: { zh: '股室', en: 'sections' },
  disabled: { zh: '停用状态', en: 'state' },
  oidcSubject: { zh: '统一身份', en: 'identity at the provider' },
  deputyId: { zh: '代理人', en: 'deputy' },
  awayFrom: { zh: '离岗起始日', en: 'first day away' },
  awayUntil: { zh: '离岗截止日', en: 'last day away' },
};

/** Of several fields of an account, in one phrase. */
export const fieldNames = (fields: readonly AccountField[]): Message => ({
  zh: fields.map((field) => NAMES[field].zh).join('、'),
  en: fields.map((field) => NAMES[field].en).join(', '),
});
