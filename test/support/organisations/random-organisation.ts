import fc from 'fast-check';

/** The days of the ladder for October 2026, which is due on Friday, 6 November. */
export const DAYS = ['2026-11-03', '2026-11-05', '2026-11-06', '2026-11-09', '2026-11-11', '2026-11-13'] as const;

/** Somebody with all that can keep mails from them; the first one is at the performance office and always there. */
export interface RandomPerson {
  readonly hasAccount: boolean;
  readonly address: 'good' | 'none';
  /** Index of the person who stands in. */
  readonly deputy: number | null;
}

interface RandomSection {
  readonly reporters: readonly number[];
  readonly indicators: number;
}

interface RandomDepartment {
  readonly heads: readonly number[];
  /** Who reports for the whole of it. */
  readonly clerks: readonly number[];
  readonly sections: readonly RandomSection[];
  readonly loose: number;
  /** Merged into another: its sheet has gone there. */
  readonly mergedInto: number | null;
}

/** Something that happens in the morning of a day, before the digests are planned or between planning and sending. */
export interface RandomEvent {
  readonly day: number;
  readonly when: 'before' | 'between';
  readonly person: number;
  readonly what: 'disabled' | 'away' | 'refused' | 'left' | 'back';
}

export interface RandomOrganisation {
  readonly people: readonly RandomPerson[];
  readonly departments: readonly RandomDepartment[];
  readonly office: readonly number[];
  readonly events: readonly RandomEvent[];
}

const PEOPLE = 8;
const anybody = fc.nat({ max: PEOPLE - 1 });
const some = (maxLength: number) => fc.uniqueArray(anybody, { maxLength });

export const randomOrganisation: fc.Arbitrary<RandomOrganisation> = fc.record({
  people: fc.array(
    fc.record({
      hasAccount: fc.boolean(),
      address: fc.oneof({ arbitrary: fc.constant('good' as const), weight: 4 }, fc.constant('none' as const)),
      deputy: fc.option(anybody, { freq: 2 }),
    }),
    { minLength: PEOPLE, maxLength: PEOPLE },
  ),
  departments: fc.array(
    fc.record({
      heads: some(2),
      clerks: some(1),
      sections: fc.array(fc.record({ reporters: some(2), indicators: fc.integer({ min: 0, max: 2 }) }), {
        maxLength: 3,
      }),
      loose: fc.nat({ max: 1 }),
      mergedInto: fc.option(fc.nat({ max: 2 }), { freq: 4 }),
    }),
    { minLength: 1, maxLength: 3 },
  ),
  office: some(2),
  events: fc.array(
    fc.record({
      day: fc.nat({ max: DAYS.length - 1 }),
      when: fc.constantFrom('before', 'between'),
      person: fc.integer({ min: 1, max: PEOPLE - 1 }),
      what: fc.constantFrom('disabled', 'away', 'refused', 'left', 'back'),
    }),
    { maxLength: 10 },
  ),
});

/** A department without anybody, beside its performance office: always among the random ones. */
export const HEADLESS: RandomOrganisation = {
  people: Array.from({ length: PEOPLE }, () => ({ hasAccount: false, address: 'good', deputy: null })),
  departments: [{ heads: [], clerks: [], sections: [{ reporters: [], indicators: 1 }], loose: 0, mergedInto: null }],
  office: [],
  events: [],
};
