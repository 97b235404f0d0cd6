import { COLUMN_WORDS } from './column-words.js';
import { HEAD_WORDS } from './head-words.js';
import { MONEY_COLUMN_WORDS, MONEY_ROW_WORDS } from './money-words.js';
import { labelsOf, Vocabulary, type Wording } from './wording.js';

type Words = Readonly<Record<string, readonly Wording[]>>;

describe('a wording', () => {
  it('stands for all the ways in which a label is printed', () => {
    expect(labelsOf('(年度)[指标|目标]值')).toEqual(['指标值', '年度指标值', '目标值', '年度目标值']);
  });

  it.each<[string, Words]>([
    ['columns', COLUMN_WORDS],
    ['the head', HEAD_WORDS],
    ['rows of money', MONEY_ROW_WORDS],
    ['columns of money', MONEY_COLUMN_WORDS],
  ])('of %s belongs to one role: no label means two things', (_, words) => {
    const roles = new Map<string, Set<string>>();
    for (const [role, wordings] of Object.entries(words)) {
      for (const label of wordings.flatMap(labelsOf)) roles.set(label, (roles.get(label) ?? new Set()).add(role));
    }
    const twice = [...roles]
      .filter(([, found]) => found.size > 1)
      .map(([label, found]) => `${label}: ${[...found].join()}`);
    expect(twice).toEqual([]);
    expect([...roles.keys()].filter((label) => label === '')).toEqual([]);
  });
});

describe('a vocabulary', () => {
  const vocabulary = new Vocabulary({ unit: ['计量单位'], target: ['年度指标值', '指标值'] });

  it.each([
    ['计量单位', { role: 'unit', rank: 0, resembles: null }],
    ['指标值', { role: 'target', rank: 1, resembles: null }],
    ['编号', null],
  ])('finds %s as it is printed', (label, meaning) => {
    expect(vocabulary.exactly(label)).toEqual(meaning);
  });

  it.each([
    ['计量单拉', '计量单位'],
    ['考核年度指标值', '年度指标值'],
    ['项目计量单位', '计量单位'],
    ['责任人', undefined],
    ['单位', undefined],
  ])('%s resembles %s', (label, known) => {
    expect(vocabulary.resembling(label)?.resembles ?? undefined).toBe(known);
  });
});
