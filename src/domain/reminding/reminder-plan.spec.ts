import { reminderStage } from './reminder-plan.js';
import type { Calendar } from '../calendar/working-days.js';

/** Monday to Friday; 6 November 2026 is a Friday. */
const WEEKDAYS: Calendar = new Map();
const DUE = '2026-11-06';

describe('the step of the ladder that is due on a day', () => {
  it.each([
    ['2026-11-02', undefined, undefined],
    ['2026-11-03', '-3', ['reporter']],
    ['2026-11-04', '-3', ['reporter']],
    ['2026-11-05', '-1', ['reporter']],
    ['2026-11-06', '0', ['reporter']],
    ['2026-11-09', '+1', ['reporter']],
    ['2026-11-10', '+1', ['reporter']],
    ['2026-11-11', '+3', ['reporter', 'head']],
    ['2026-11-12', '+3', ['reporter', 'head']],
    ['2026-11-13', '+5', ['reporter', 'head', 'office']],
    ['2026-11-19', '+5', ['reporter', 'head', 'office']],
    ['2026-11-20', '+10', ['reporter', 'head', 'office']],
    ['2026-11-27', '+15', ['reporter', 'head', 'office']],
    ['2027-01-15', '+50', ['reporter', 'head', 'office']],
  ])('on %s it is %s, for %j', (today, stage, audience) => {
    const step = reminderStage(DUE, today, WEEKDAYS);
    expect([step?.stage, step?.audience]).toEqual([stage, audience]);
  });

  it.each([
    ['2026-11-04', '2026-11-03'],
    ['2026-11-10', '2026-11-09'],
    ['2026-11-19', '2026-11-13'],
    ['2026-11-24', '2026-11-20'],
  ])('on %s it is the one that fell due on %s', (today, date) => {
    expect(reminderStage(DUE, today, WEEKDAYS)?.date).toBe(date);
  });

  it('steps count working days: holidays between put them off, make-up days bring them on', () => {
    const holidays: Calendar = new Map([
      ['2026-11-09', false],
      ['2026-11-10', false],
      ['2026-11-14', true],
    ]);
    expect(reminderStage(DUE, '2026-11-10', holidays)?.stage).toBe('0');
    expect(reminderStage(DUE, '2026-11-11', holidays)?.stage).toBe('+1');
    expect(reminderStage(DUE, '2026-11-13', holidays)?.stage).toBe('+3');
    expect(reminderStage(DUE, '2026-11-14', holidays)?.stage).toBe('+3');
    expect(reminderStage(DUE, '2026-11-16', holidays)?.stage).toBe('+5');
  });
});
