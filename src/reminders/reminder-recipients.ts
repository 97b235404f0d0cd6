import type { Audience } from '../domain/reminding/reminder-plan.js';
import type { Contact } from '../organisation/contact.entity.js';
import type { Department } from '../organisation/department.entity.js';

/** Departments that are looked at together, with all who answer for them. */
export interface Answering {
  readonly departments: readonly Department[];
  readonly contacts: readonly Contact[];
}

/** Where something happened; `sectionId` null: nobody's section, or the whole department. */
export interface Place {
  readonly departmentId: string;
  readonly sectionId: string | null;
}

/**
 * Those of the audience who answer for the place. Where a section has no reporter, nobody would be told: then the heads
 * are, from the first step.
 */
export function recipientsOf(place: Place, audience: readonly Audience[], contacts: readonly Contact[]): Contact[] {
  const own = contacts.filter(({ departmentId }) => departmentId === place.departmentId);
  const reporters = own.filter(({ duty, sectionId }) => duty === 'reporter' && sectionId === place.sectionId);
  const wanted = reporters.length > 0 || !audience.includes('reporter') ? audience : [...audience, 'head' as const];
  return own.filter((contact) =>
    contact.duty === 'reporter'
      ? wanted.includes('reporter') && reporters.includes(contact)
      : wanted.includes(contact.duty),
  );
}
