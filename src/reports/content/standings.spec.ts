import type { ScoredSheet } from '../../scoring/scored-sheet.js';
import { leagueLine, lossesOf, ranked } from './standings.js';

const NAMED = { department: '甲单位', project: null };

interface Points {
  readonly max: string;
  readonly status: 'scored';
  readonly explanation: object;
  readonly score: string | null;
  readonly pace: { readonly score: string | null; readonly light: 'green' };
}
const indicator = (max: string, score: string | null, paceScore: string | null): Points => ({
  max,
  status: 'scored',
  explanation: {},
  score,
  pace: { score: paceScore, light: 'green' },
});

/** What standings read of a score. */
const sheet = (paceNormalised: string | null, normalised: string | null, indicators: readonly Points[] = []) =>
  ({
    raw: '1',
    max: '2',
    normalised,
    rating: null,
    provisional: false,
    execution: { rate: null },
    pace: { normalised: paceNormalised, rating: null },
    indicators,
  }) as unknown as ScoredSheet;

describe('the league of a report', () => {
  it('goes by pace, then by what is earned; equals share a rank, and what has nothing due stands last', () => {
    const lines = [
      sheet('9.50', '99.00'),
      sheet(null, '100.00'),
      sheet('100.00', '20.00'),
      sheet('100.00', '30.00'),
      sheet('85.00', null),
    ].map((score) => leagueLine(NAMED, score));
    expect(ranked(lines).map(({ rank, paceNormalised, normalised }) => [rank, paceNormalised, normalised])).toEqual([
      [1, '100.00', '30.00'],
      [1, '100.00', '20.00'],
      [3, '85.00', null],
      [4, '9.50', '99.00'],
      [5, null, '100.00'],
    ]);
  });

  it('counts as lost what lacks against the target to date: not what is on its way, not due, or not applicable', () => {
    const score = sheet('80.00', '40.00', [
      indicator('10', '4.00', '8.00'),
      indicator('10', '5.00', '10.00'),
      indicator('7', '0.00', null),
      indicator('7', null, null),
    ]);
    expect(lossesOf(NAMED, score).map(({ lost, score: earned, weight }) => [lost, earned, weight])).toEqual([
      ['2', '4.00', '10'],
    ]);
  });
});
