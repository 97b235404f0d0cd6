import type { FirstSteps } from '../../api/first-steps.js';

export interface Problem {
  readonly name: 'drafts' | 'owners' | 'contacts' | 'addresses' | 'refused' | 'calendar' | 'mail';
  /** How many; of the calendar, the year. */
  readonly count: number;
  /** Where it is solved. */
  readonly path: string;
}

const DECEMBER = '12';

/** What keeps targets from being entered and people from being told, with the place of its repair. */
export function problemsOf(standing: FirstSteps, today: string): Problem[] {
  const { fiscalYear, missingYears, mailTest, mailsSent } = standing;
  // The next year's is published in November, and shouted from December on.
  const isNextDue = today.slice(5, 7) === DECEMBER;
  const years = missingYears.filter((year) => year === fiscalYear || isNextDue);
  const counted: Problem[] = [
    ...years.map((year): Problem => ({ name: 'calendar', count: year, path: `/calendar?year=${year}` })),
    { name: 'owners', count: standing.indicatorsWithoutOwner, path: '/indicators/owners' },
    { name: 'contacts', count: standing.departmentsWithoutContact, path: '/organisation' },
    { name: 'addresses', count: standing.contactsWithoutAddress, path: '/organisation' },
    { name: 'refused', count: standing.refusedAddresses, path: '/organisation' },
    { name: 'drafts', count: standing.openDrafts, path: '/imports' },
    { name: 'mail', count: mailTest === null && !mailsSent ? 1 : 0, path: '/guide' },
  ];
  return counted.filter(({ count }) => count > 0);
}
