import type { Message } from '../../domain/domain-error.js';

/** What keeps reminders from whom they are for, in the order in which it should be seen to. */
export const CONTACT_PROBLEMS = [
  'office-unreached',
  'department-unreached',
  'section-unreached',
  'indicators-without-section',
  'account-disabled',
  'without-address',
  'address-fails',
  'away-without-deputy',
  'administrator-without-address',
  'never-reported',
] as const;
export type ContactProblemKind = (typeof CONTACT_PROBLEMS)[number];

/** A contact whom reminders do not reach or do not move, or a place that answers to nobody. */
export interface ContactProblem {
  readonly problem: ContactProblemKind;
  /** The contact; null: the place itself, or an account. */
  readonly contactId: string | null;
  /** Of the contact or account, or of the section; null: the department, or the performance office. */
  readonly name: string | null;
  readonly email: string | null;
  readonly departmentId: string | null;
  readonly departmentName: string | null;
  /** Since when, where that is known. */
  readonly since: Date | null;
  /** What the mail server said. */
  readonly reply: string | null;
}

/** A problem by which duties fall to somebody else. */
export const isUnreached = ({ problem }: ContactProblem): boolean =>
  problem !== 'never-reported' && problem !== 'administrator-without-address';

export const PROBLEM_WORDS: Readonly<Record<ContactProblemKind, Message>> = {
  'office-unreached': { zh: '绩效办没有能收到提醒的联系人', en: 'no contact of the performance office can be reached' },
  'department-unreached': { zh: '部门没有能收到提醒的负责人', en: 'no head of the department can be reached' },
  'section-unreached': { zh: '股室没有能收到提醒的填报人', en: 'no reporter of the section can be reached' },
  'indicators-without-section': { zh: '有指标未分配股室', en: 'indicators belong to no section' },
  'account-disabled': { zh: '账号已停用', en: 'the account is disabled' },
  'without-address': { zh: '没有可用的邮箱地址', en: 'there is no usable address' },
  'address-fails': { zh: '邮箱被退信', en: 'the address is refused' },
  'away-without-deputy': { zh: '外出且没有代理人', en: 'away without a deputy' },
  'administrator-without-address': { zh: '管理员没有邮箱地址', en: 'the administrator has no address' },
  'never-reported': { zh: '收到提醒但从未填报', en: 'reminded, and never reported' },
};
