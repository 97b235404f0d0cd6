import { judgedMonth } from './use-report-choice.js';

describe('the month that forms open on', () => {
  it.each<[string, (string | null)[], string]>([
    ['as everywhere, where a sheet is entered from January on', ['2026-11', null], '2026-10'],
    ['the first that any sheet is asked for, where none was before', ['2026-12', '2026-11'], '2026-11'],
    ['as everywhere, once that is over', ['2026-03'], '2026-10'],
    ['as everywhere, where there are no sheets', [], '2026-10'],
  ])('%s', (_, firstMonths, expected) => {
    expect(
      judgedMonth(
        '2026-10',
        firstMonths.map((firstMonth) => ({ firstMonth })),
      ),
    ).toBe(expected);
  });
});
