import type { Addressee } from '../delivery/recipients/addressee.js';
import type { Directory } from '../delivery/recipients/directory.js';
import type { Audience } from '../domain/reminding/reminder-plan.js';
import type { Department } from '../organisation/department.entity.js';
import type { Reason } from './digest-line.js';
import type { Notification } from './notification.entity.js';

/** Departments that are looked at together, with all who can be told. */
export interface Answering {
  readonly departments: readonly Department[];
  readonly directory: Directory;
}

/** Where something happened; `sectionId` null: nobody's section, or the whole department. */
export interface Place {
  readonly departmentId: string;
  readonly sectionId: string | null;
}

/** A contact who answers, and who reads it today. */
export interface Reached {
  readonly contact: Addressee;
  readonly reader: Addressee;
}

/** Who is told. */
export interface Recipient extends Reached {
  /** It is not theirs by the ladder: nobody below them can be told. */
  readonly inPlace: boolean;
}

/**
 * Those of the audience who answer for the place and can be told. What would be nobody's falls at once from the reporters
 * to the heads, and from the heads to the performance office, which answers for every department.
 */
export function recipientsOf(place: Place, audience: readonly Audience[], directory: Directory): Recipient[] {
  const own = directory.ofDepartment(place.departmentId);
  const of = (duty: Audience): readonly Addressee[] => {
    if (duty === 'office') return directory.office;
    return duty === 'head' ? own.filter((one) => one.duty === 'head') : reportersOf(place, directory);
  };
  const told: Recipient[] = [];
  let falls = false;
  for (const duty of ['reporter', 'head', 'office'] as const) {
    const isAsked = audience.includes(duty);
    if (!isAsked && !falls) continue;
    const reached = readers(of(duty), directory);
    told.push(...reached.map((one) => ({ ...one, inPlace: !isAsked })));
    falls = reached.length === 0;
  }
  return told;
}

/**
 * Who reports for a section: its own reporters; where none of them can be told, those who report for the whole department.
 * What belongs to no section is theirs as well.
 */
export function reportersOf({ departmentId, sectionId }: Place, directory: Directory): readonly Addressee[] {
  const reporters = directory.ofDepartment(departmentId).filter(({ duty }) => duty === 'reporter');
  const own = reporters.filter((one) => one.sectionId === sectionId);
  if (own.some((one) => directory.readerOf(one))) return own;
  return reporters.filter((one) => one.sectionId === null);
}

/** Each person once, whatever the number of their contacts here. */
export function readers(contacts: readonly Addressee[], directory: Directory): Reached[] {
  const found = new Map<string, Reached>();
  for (const contact of contacts) {
    const reader = directory.readerOf(contact);
    if (reader && !found.has(reader.person)) found.set(reader.person, { contact, reader });
  }
  return [...found.values()];
}

/** Whether what was planned for somebody is still theirs to hear, and this reader's to read. */
export function isStillRead({ contactId, reason }: Notification, reader: Addressee, directory: Directory): boolean {
  const contact = directory.find(contactId);
  if (!contact || directory.readerOf(contact)?.person !== reader.person) return false;
  const told = reason as unknown as Reason;
  const { departmentId } = contact;
  const isOwn = ({ sectionId = null }: { readonly sectionId?: string | null }) =>
    reportersOf({ departmentId, sectionId }, directory).includes(contact);
  if (contact.duty !== 'reporter') return true;
  return 'owed' in told ? told.owed.every(isOwn) : !('sectionId' in told) || isOwn(told);
}
