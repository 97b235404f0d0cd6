import { checkAbsence, isAway } from './absence.js';
import type { DomainError } from '../domain-error.js';

describe('an absence', () => {
  const leave = { awayFrom: '2026-11-09', awayUntil: '2026-11-13' };

  it.each([
    ['2026-11-08', false],
    ['2026-11-09', true],
    ['2026-11-13', true],
    ['2026-11-14', false],
  ])('holds its first and its last day: %s', (date, away) => {
    expect(isAway(leave, date)).toBe(away);
  });

  it('is none without dates', () => {
    expect(isAway({ awayFrom: null, awayUntil: null }, '2026-11-09')).toBe(false);
  });

  it.each([
    [null, null],
    ['2026-11-09', '2026-11-09'],
    ['2026-12-31', '2027-01-04'],
    ['2026-10-01', '2026-12-31'],
  ])('may last from %s until %s', (awayFrom, awayUntil) => {
    expect(() => {
      checkAbsence({ awayFrom, awayUntil });
    }).not.toThrow();
  });

  it.each([
    ['2026-11-09', null, '/awayUntil'],
    [null, '2026-11-09', '/awayFrom'],
    ['2026-11-09', '2026-11-08', '/awayUntil'],
  ])('cannot last from %s until %s', (awayFrom, awayUntil, pointer) => {
    const problems = problemsOf(() => {
      checkAbsence({ awayFrom, awayUntil });
    });
    expect(problems).toEqual([expect.objectContaining({ pointer, code: 'absence-invalid' })]);
  });

  const long = { awayFrom: '2026-10-01', awayUntil: '2027-01-01' };

  it('cannot last for more than 92 days', () => {
    const problem = { pointer: '/awayUntil', code: 'absence-too-long' };
    for (const changes of [undefined, { awayFrom: long.awayFrom }, { awayUntil: long.awayUntil }])
      expect(problemsOf(() => { checkAbsence(long, changes); })).toEqual([expect.objectContaining(problem)]); // prettier-ignore
  });

  it('that was longer before there was a limit hinders no other change', () => {
    expect(problemsOf(() => { checkAbsence(long, {}); })).toEqual([]); // prettier-ignore
  });
});

function problemsOf(work: () => void): unknown {
  try {
    work();
  } catch (error) {
    return (error as DomainError).problems;
  }
  return [];
}
