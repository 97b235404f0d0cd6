import { entryOf, gridEntryOf, indicatorOf, rowOf } from '../../../../../test/support/entry/sample-rows.js';
import { askedOf, latestOf, obstaclesOf, refusalsOf, type Rows } from './answers.js';
import { submissionOf } from './submission.js';

const MONTH = '2026-10';
const entries = ['一', '二', '三'].map((name, row) =>
  gridEntryOf(rowOf(row, indicatorOf(name, { entries: [entryOf(MONTH, { value: '5' })] })), MONTH),
);
const { lines } = submissionOf(entries, new Map());
const [first, second] = entries;

const answer = (indicatorId: string, problem: { code: string; title: string; errors: { code: string }[] } | null) =>
  ({ indicatorId, month: MONTH, problem }) as unknown as Rows[number];
const asks = (...codes: string[]) => ({
  code: 'confirmation-required',
  title: '请确认',
  errors: codes.map((code) => ({ code })),
});
const rows = [
  answer('一', { code: 'invalid', title: '缺少偏差原因', errors: [] }),
  answer('二', asks('beyond-target', 'beyond-target', 'far-from-usual')),
  answer('三', null),
];

describe('what the service says of the rows that are handed in', () => {
  it('keeps back a line that it would refuse, and not one that it only asks about', () => {
    expect([...obstaclesOf(lines, rows)]).toEqual([[first!.subject.key, '缺少偏差原因']]);
  });

  it('keeps it back as well after others were handed in without it', () => {
    const later = latestOf(rows, [answer('三', null)]);
    expect([...obstaclesOf(lines, later)]).toEqual([[first!.subject.key, '缺少偏差原因']]);
    expect([...obstaclesOf(lines, latestOf(rows, [answer('一', null)]))]).toEqual([]);
  });

  it('asks each question of a line once', () => {
    expect(askedOf(lines, rows)).toEqual([{ entry: second, confirmed: ['beyond-target', 'far-from-usual'] }]);
  });

  it('is told with the names of the lines', () => {
    expect(refusalsOf(lines, rows)).toEqual(['一：缺少偏差原因', '二：请确认']);
  });
});
