import type { Revision } from '../../../api/sheets.js';
import { entryOn, lastEntered, targetOn } from './as-it-stood.js';

const ZONE = 'Asia/Shanghai';
const change = (changedAt: string, action = 'saved') =>
  ({ changedAt, action }) as Parameters<typeof entryOn>[0][number];

describe('a month as it stood', () => {
  // 16:30 UTC is half past midnight of the next day in Shanghai.
  const history = [change('2026-10-05T01:00:00Z'), change('2026-10-07T16:30:00Z', 'submitted')];

  it.each([
    ['2026-10-04', undefined],
    ['2026-10-05', 'saved'],
    ['2026-10-07', 'saved'],
    ['2026-10-08', 'submitted'],
  ])('has the last change by the end of the day where the installation is: %s', (day, action) => {
    expect(entryOn(history, day, ZONE)?.action).toBe(action);
  });

  it('had no entry where it had been emptied', () => {
    expect(entryOn([...history, change('2026-10-09T01:00:00Z', 'emptied')], '2026-10-10', ZONE)).toBeNull();
  });

  it.each([
    ['2026-09', '2026-09'],
    ['2026-11', '2026-10'],
    ['2026-08', '2026-08'],
  ])('is shown of the last that was entered: %s, %s', (asked, shown) => {
    expect(lastEntered([{ month: '2026-10' }, { month: '2026-09' }], asked)).toBe(shown);
  });

  const revised = (number: number, effectiveMonth: string, revisedAt: string) =>
    ({ number, effectiveMonth, revisedAt, indicators: [{ indicatorId: 'i', raw: `target ${number}` }] }) as Revision;
  // The first revision brings the number 0 along, with its own day.
  const revisions = [
    revised(0, '2026-01', '2026-07-10T01:00:00Z'),
    revised(1, '2026-07', '2026-07-10T01:00:00Z'),
    revised(2, '2026-09', '2026-10-10T01:00:00Z'),
  ];

  it.each([
    ['2026-06', '2026-12-31', 'target 0'],
    ['2026-07', '2026-07-09', 'target 0'],
    ['2026-07', '2026-07-10', 'target 1'],
    ['2026-09', '2026-10-09', 'target 1'],
    ['2026-09', '2026-10-10', 'target 2'],
    ['2026-08', '2026-10-10', 'target 1'],
  ])('had the target that was known for it: %s on %s', (month, day, raw) => {
    expect(targetOn(revisions, { id: 'i', month, day, zone: ZONE })?.raw).toBe(raw);
  });

  it('has its own target where it was never revised', () => {
    expect(targetOn(revisions, { id: 'other', month: '2026-09', day: '2026-10-10', zone: ZONE })).toBeNull();
  });
});
