import { dueSaying } from './due-saying.js';

const DUE = '2026-12-07T10:00:00.000Z';
const before = Date.parse('2026-12-01T01:00:00.000Z');
const after = Date.parse('2026-12-08T01:00:00.000Z');

describe('what is said of a deadline', () => {
  it('is never that a day to come is over, however the month stands', () => {
    expect(dueSaying(DUE, 'open', before)).toBe('due');
    expect(dueSaying(DUE, 'reopened', before)).toBe('due');
    expect(dueSaying(DUE, 'closed', before)).toBe('closedEarly');
  });

  it('is that it is over once it is', () => {
    for (const state of ['late', 'reopened', 'closed'] as const) expect(dueSaying(DUE, state, after)).toBe('wasDue');
  });
});
