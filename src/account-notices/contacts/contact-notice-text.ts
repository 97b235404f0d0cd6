import type { Message } from '../../domain/domain-error.js';
import type { ContactReason } from './contact-notices.service.js';

/** What happened to a contact, as a sentence for the office. */
export function contactNoticeLine({ how, name, departmentName, email, at, by }: ContactReason): Message {
  const who: Message = by === null ? { zh: '', en: '' } : { zh: `由 ${by} `, en: ` by ${by}` };
  const zh = `${at}，${departmentName}的联系人“${name}”${who.zh}`;
  const en = `${at}: the contact ${name} of ${departmentName}`;
  switch (how) {
    case 'changed':
      return { zh: `${zh}改用邮箱 ${email ?? ''}。`, en: `${en} was given the address ${email ?? ''}${who.en}.` };
    case 'bound':
      return {
        zh: `${zh}改了所关联的账号，提醒可能改由他处接收。`,
        en: `${en} was linked with another account, or with none${who.en}; its reminders may go elsewhere.`,
      };
    case 'used':
      return {
        zh: `${zh}改了职责、科室、离岗时间或代理人，提醒可能改由他人接收。`,
        en: `${en} was given another duty, section, absence or deputy${who.en}; its reminders may go to others.`,
      };
    case 'ended':
      return { zh: `${zh}停用或删除，不再收到提醒。`, en: `${en} was ended${who.en}: it gets no more reminders.` };
  }
}

/** The same to whoever reads the former address. */
export function formerAddressText(reason: ContactReason): Message {
  const { how, departmentName, email, at, by } = reason;
  const who: Message = by === null ? { zh: '', en: '' } : { zh: `由 ${by} `, en: ` by ${by}` };
  const from: Message = {
    zh: `您在${departmentName}作为联系人登记的邮箱，已于 ${at} ${who.zh}`,
    en: `On ${at} your entry as a contact of ${departmentName} was`,
  };
  switch (how) {
    case 'changed':
      return {
        zh: `${from.zh}改为 ${email ?? ''}。提醒和通知今后发往新邮箱，不再发到这里。`,
        en: `${from.en} given another address, ${email ?? ''}${who.en}. Reminders go there from now on, and no more to this one.`,
      };
    case 'bound':
      return {
        zh: `${from.zh}改了所关联的账号，提醒和通知今后可能改由他处接收。`,
        en: `${from.en} linked with another account, or with none${who.en}. Reminders may go elsewhere from now on.`,
      };
    case 'used':
      return {
        zh: `${from.zh}改了职责、科室、离岗时间或代理人，提醒和通知今后可能改由他人接收。`,
        en: `${from.en} given another duty, section, absence or deputy${who.en}. Reminders may go to others from now on.`,
      };
    case 'ended':
      return {
        zh: `${from.zh}停用或删除，今后不再收到提醒和通知。`,
        en: `${from.en} ended${who.en}. No more reminders come.`,
      };
  }
}

export const CONTACT_TITLES = {
  former: { zh: '您的联系邮箱已变更', en: 'Your address as a contact was changed' },
  office: { zh: '联系人的邮箱有变更', en: 'Addresses of contacts were changed' },
} as const satisfies Readonly<Record<string, Message>>;

export const CONTACT_REMEDIES = {
  former: {
    zh: '如果您不知情，请立即联系绩效办。',
    en: 'If you do not know why, tell the performance office at once.',
  },
  office: {
    zh: '如果不是本单位安排的，请在“机构与人员”页改回，请办理人修改密码，并告知安全管理员。',
    en: 'If nobody of you meant it, change it back under Organisation, have whoever did it change their password, and tell the security administrator.',
  },
} as const satisfies Readonly<Record<string, Message>>;
