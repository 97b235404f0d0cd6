import type { TFunction } from 'i18next';
import { describeEntry } from './describe-entry.js';

const nothing = {
  value: null,
  numerator: null,
  denominator: null,
  grade: null,
  coefficient: null,
  completedOn: null,
  notApplicable: false,
};
const t = ((name: string) => ({ 'table.notApplicable': '不适用', 'grade.achieved': '达成' })[name]) as TFunction;

describe('an entry in a word', () => {
  it.each([
    ['a count', { value: '1234.5' }, '1,234.5'],
    ['a text that is no number, as it was typed', { value: '1,5' }, '1,5'],
    ['both halves of a ratio', { numerator: '12', denominator: '17' }, '12 / 17'],
    ['a ratio of which half is there', { numerator: '12' }, '12 / …'],
    ['a grade and its coefficient', { grade: 'achieved', coefficient: '0.9' }, '达成 0.9'],
    ['a grade that nobody knows', { grade: '很好' }, '很好'],
    ['a day', { completedOn: '2026-09-30' }, '2026-09-30'],
    ['not applicable, whatever else was typed', { notApplicable: true, value: '3' }, '不适用'],
    ['nothing', {}, '—'],
  ])('is %s', (_, figures, words) => {
    expect(describeEntry({ ...nothing, ...figures }, t)).toBe(words);
  });
});
