import type { FirstSteps } from '../../../api/first-steps.js';

export interface Step {
  readonly name: 'account' | 'organisation' | 'people' | 'document' | 'owners' | 'accounts' | 'calendar' | 'mail';
  readonly isDone: boolean;
  /** How it stands, by the name of its text. */
  readonly now: Step['name'] | 'peopleNone' | 'calendarMissing' | 'mailUntested' | 'mailFile';
  /** Where it is done; null: by somebody else. */
  readonly path: string | null;
}

/** The eight steps from an empty installation to the first reminder, each ticked by the data itself. */
export function stepsOf(standing: FirstSteps): Step[] {
  const { mailTest, missingYears, fiscalYear } = standing;
  const hasCalendar = !missingYears.includes(fiscalYear);
  const isMailed = mailTest !== null && mailTest.outcome === 'sent' && mailTest.hasRelay;
  return [
    step('account', standing.officeAccounts > 0, null),
    step('organisation', standing.departments > 0 && standing.sections > 0, '/organisation'),
    {
      ...step(
        'people',
        standing.contacts > 0 && standing.contactsWithoutAddress + standing.departmentsWithoutContact === 0,
        '/organisation',
      ),
      now: standing.contacts > 0 ? 'people' : 'peopleNone',
    },
    step('document', standing.sheets > 0, '/imports'),
    step('owners', standing.indicators > 0 && standing.indicatorsWithoutOwner === 0, '/indicators/owners'),
    step('accounts', standing.reporterAccounts > 0 && standing.headAccounts > 0, null),
    { ...step('calendar', hasCalendar, '/calendar'), now: hasCalendar ? 'calendar' : 'calendarMissing' },
    {
      ...step('mail', isMailed, '/guide'),
      now: isMailed ? 'mail' : mailTest?.hasRelay === false ? 'mailFile' : 'mailUntested',
    },
  ];
}

/** What to do now. Departments and people may wait for the first document, which proposes them. */
export function nextOf(steps: readonly Step[], { sheets }: Pick<FirstSteps, 'sheets'>): Step | undefined {
  const mayWait = (name: Step['name']) => sheets === 0 && (name === 'organisation' || name === 'people');
  return steps.find(({ name, isDone, path }) => !isDone && path !== null && !mayWait(name));
}

const step = (name: Step['name'], isDone: boolean, path: string | null): Step => ({ name, isDone, now: name, path });
