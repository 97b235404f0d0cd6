import type { Audience } from '../domain/reminder-plan.js';
import type { Contact } from '../organisation/contact.entity.js';
import type { OwedEntries } from './owed-entries.repository.js';

/**
 * Who is told at a step: the section's reporters; from the steps that say so, also the department's heads and the
 * performance office. Where a section has no reporter, nobody would be told: then the heads are, from the first step.
 */
export function recipientsOf(
  owed: OwedEntries,
  audience: readonly Audience[],
  contacts: readonly Contact[],
): Contact[] {
  const own = contacts.filter(({ departmentId, active }) => active && departmentId === owed.departmentId);
  const reporters = own.filter(({ duty, sectionId }) => duty === 'reporter' && sectionId === owed.sectionId);
  const wanted = reporters.length > 0 ? audience : [...audience, 'head' as const];
  return [...reporters, ...own.filter(({ duty }) => duty !== 'reporter' && wanted.includes(duty))];
}
