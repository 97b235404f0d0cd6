import { deadlinesOf, type MonthDecision, monthState } from './deadlines.js';
import { instantOf } from './working-days.js';

const ZONE = 'Asia/Shanghai';
const RULES = { dueWorkingDay: 5, dueHour: 18, closesAfter: 3 };
/** National Day off, and the Saturday worked for it. */
const CALENDAR = new Map([
  ...['01', '02', '05', '06', '07'].map((day) => [`2026-10-${day}`, false] as const),
  ['2026-10-10', true] as const,
]);

const september = deadlinesOf('2026-09', RULES, CALENDAR, ZONE);
const stateAt = (local: string, decision: MonthDecision | null = null) =>
  monthState(september, decision, { instant: instantOf(local, ZONE), date: local.slice(0, 10) });

describe('the deadlines of a month', () => {
  it('count make-up days as working days, and holidays not', () => {
    expect(september).toMatchObject({ opensOn: '2026-10-01', dueDate: '2026-10-13', closesOn: '2026-10-16' });
    expect(september.dueAt.toISOString()).toBe('2026-10-13T10:00:00.000Z');
  });

  it('have no closing day where months do not close by themselves', () => {
    expect(deadlinesOf('2026-09', { ...RULES, closesAfter: 0 }, CALENDAR, ZONE).closesOn).toBeNull();
  });

  it.each([
    ['2026-09-30T23:59', 'not-open'],
    ['2026-10-01T00:00', 'open'],
    ['2026-10-13T18:00', 'open'],
    ['2026-10-13T18:01', 'late'],
    ['2026-10-15T23:59', 'late'],
    ['2026-10-16T00:00', 'closed'],
  ])('at %s make it %s', (local, state) => {
    expect(stateAt(local)).toBe(state);
  });

  it.each([
    ['closed early', { state: 'closed', openUntil: null }, '2026-10-02T09:00', 'closed'],
    ['reopened', { state: 'reopened', openUntil: null }, '2026-12-24T09:00', 'reopened'],
    ['reopened until that day', { state: 'reopened', openUntil: '2026-11-20' }, '2026-11-20T23:00', 'reopened'],
    ['reopened until the day before', { state: 'reopened', openUntil: '2026-11-20' }, '2026-11-21T00:00', 'closed'],
    ['closed before it opened', { state: 'closed', openUntil: null }, '2026-09-30T09:00', 'not-open'],
  ] as const)('yield to what was decided: %s', (_, decision, local, state) => {
    expect(stateAt(local, decision)).toBe(state);
  });
});
