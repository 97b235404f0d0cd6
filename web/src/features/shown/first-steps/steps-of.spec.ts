import type { FirstSteps } from '../../../api/first-steps.js';
import { nextOf, stepsOf } from './steps-of.js';

const EMPTY: FirstSteps = {
  fiscalYear: 2026,
  missingYears: [2027],
  mailTest: null,
  officeAccounts: 1,
  reporterAccounts: 0,
  headAccounts: 0,
  departments: 0,
  departmentsWithoutContact: 0,
  sections: 0,
  contacts: 0,
  contactsWithoutAddress: 0,
  openDrafts: 0,
  sheets: 0,
  indicators: 0,
  indicatorsWithoutOwner: 0,
  refusedAddresses: 0,
  mailsSent: false,
};
const SENT = { outcome: 'sent', phase: null, replyCode: 250, reply: null, hasRelay: true, at: '' } as const;
const open = (standing: Partial<FirstSteps>) =>
  stepsOf({ ...EMPTY, ...standing })
    .filter(({ isDone }) => !isDone)
    .map(({ name }) => name);

describe('the first steps', () => {
  it('of an empty installation with an office and a known year are the other six', () => {
    expect(open({})).toEqual(['organisation', 'people', 'document', 'owners', 'accounts', 'mail']);
  });

  it('are not done by nothing: no indicator has an owner where there is none', () => {
    const accounts = { reporterAccounts: 2, headAccounts: 1 };
    const whole = { departments: 1, sections: 1, contacts: 1, sheets: 1, indicators: 3, ...accounts, mailTest: SENT };
    expect(open(whole)).toEqual([]);
    expect(open({ ...whole, indicators: 0 })).toEqual(['owners']);
    expect(open({ ...whole, indicatorsWithoutOwner: 1 })).toEqual(['owners']);
    expect(open({ ...whole, contactsWithoutAddress: 1 })).toEqual(['people']);
    expect(open({ ...whole, headAccounts: 0 })).toEqual(['accounts']);
    expect(open({ ...whole, missingYears: [2026, 2027] })).toEqual(['calendar']);
  });

  it('begin with a document, which proposes departments and people', () => {
    const next = (standing: Partial<FirstSteps>) => {
      const all = { ...EMPTY, ...standing };
      return nextOf(stepsOf(all), all)?.name;
    };
    expect(next({})).toBe('document');
    expect(next({ sheets: 1, departments: 1, sections: 1 })).toBe('people');
    expect(stepsOf(EMPTY).find(({ name }) => name === 'people')?.now).toBe('peopleNone');
  });

  it('a mail that became a file has proved nothing', () => {
    expect(open({ mailTest: { ...SENT, hasRelay: false } })).toContain('mail');
  });
});
