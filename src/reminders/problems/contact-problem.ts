import type { Message } from '../../domain/domain-error.js';
import type { ContactDuty } from '../../organisation/contact.entity.js';

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
  'administrator-address-fails',
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
  /** What the contact answers for, or who would answer for the place; null: an account. */
  readonly duty: ContactDuty | null;
  readonly sectionId: string | null;
  /** Since when, where that is known. */
  readonly since: Date | null;
  /** What the mail server said. */
  readonly reply: string | null;
}

/** A problem by which a duty is not heard by whose it is. */
const isUnreached = ({ problem }: ContactProblem): boolean =>
  problem !== 'never-reported' && !problem.startsWith('administrator-');

/** A place that nobody is reached for, with the contacts that should be; or a contact beside whom others are. */
export interface Hole extends ContactProblem {
  readonly because: readonly ContactProblem[];
}

/** The problems as people count them: a section without a reporter whose only reporter has no address is one. */
export function holesOf(problems: readonly ContactProblem[]): Hole[] {
  const unreached = problems.filter(isUnreached);
  const places = unreached
    .filter(({ contactId }) => contactId === null)
    .map((place) => ({
      ...place,
      because: unreached.filter((one) => one.contactId !== null && answersFor(one, place)),
    }));
  const named = new Set(places.flatMap(({ because }) => because));
  const others = unreached.filter((one) => one.contactId !== null && !named.has(one));
  return [...places, ...others.map((one) => ({ ...one, because: [] }))];
}

function answersFor(contact: ContactProblem, place: ContactProblem): boolean {
  if (contact.duty !== place.duty) return false;
  if (place.duty === 'office') return true;
  return (
    contact.departmentId === place.departmentId && (place.duty === 'head' || contact.sectionId === place.sectionId)
  );
}

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
  'administrator-address-fails': { zh: '管理员的邮箱被退信', en: 'the administrator’s address is refused' },
  'never-reported': { zh: '收到提醒但从未填报', en: 'reminded, and never reported' },
};
