import { readFileSync } from 'node:fs';
import Fraction from 'fraction.js';
import { DomainError } from '../../domain/domain-error.js';
import { isLocalDate } from '../../domain/calendar/local-date.js';
import { fromProjectRoot } from '../../common/project-root.js';
import { readPolicies } from '../../policies/policies.js';
import { scoreCase } from './score-case.js';

interface WorkedCase {
  name: string;
  policy: string;
  asOf: string;
  funding: string;
  spent: Record<string, string>;
  executionWeight?: string;
  adjustedBudget?: string;
  indicators: {
    name: string;
    target: string;
    unit: string;
    weight: string;
    rule: string;
    aggregation: string;
    months: (string | null)[];
    expected: Record<string, unknown>;
  }[];
  expected: Record<string, unknown>;
}

const policies = readPolicies();
const cases = JSON.parse(readFileSync(fromProjectRoot('test/fixtures/worked-cases.json'), 'utf8')) as WorkedCase[];

/** `"3"` is a value, `"9/10"` a ratio, `"achieved 0.9"` a grade, `"2026-02-28"` a day, `"n/a"` not applicable. */
function entryOf(text: string): Record<string, unknown> {
  if (text === 'n/a') return { notApplicable: true };
  if (isLocalDate(text)) return { completedOn: text };
  const [numerator, denominator] = text.split('/');
  if (denominator) return { numerator, denominator };
  const [grade, coefficient] = text.split(' ');
  return coefficient ? { grade, coefficient } : { value: text };
}

function caseOf(worked: WorkedCase): Record<string, unknown> {
  const { policy, asOf, funding, spent, executionWeight, adjustedBudget } = worked;
  const indicators = worked.indicators.map(({ target, months: _, expected: __, ...indicator }) => {
    const [comparator, text = ''] = target.split(' ');
    const [from, to = null] = text.split('..');
    return { ...indicator, comparator, target: from, targetUpper: to };
  });
  const entries = worked.indicators.flatMap(({ months }, indicator) =>
    months.flatMap((text, month) =>
      text === null ? [] : [{ indicator, period: `2026-${String(month + 1).padStart(2, '0')}`, ...entryOf(text) }],
    ),
  );
  const budget = Object.entries(spent).map(([period, amount]) => ({ period, spent: amount }));
  return {
    policy,
    asOf,
    executionWeight,
    adjustedBudget,
    budget,
    entries,
    sheet: { fiscalYear: 2026, funding: { total: funding }, indicators },
  };
}

/** `53`, `53.0` and `53.00` are the same number. */
const asNumbers = (value: unknown): unknown =>
  JSON.parse(
    JSON.stringify(value, (_, part: unknown) =>
      typeof part === 'string' && /^\d+(\.\d+)?$/.test(part) ? new Fraction(part).toFraction() : part,
    ),
  );

describe('the worked cases', () => {
  it.each(cases.map((worked) => [worked.name, worked] as const))('%s', (_, worked) => {
    const result = scoreCase(caseOf(worked), policies);
    expect(asNumbers(result)).toMatchObject(asNumbers(worked.expected) as object);
    expect(asNumbers(result.indicators)).toMatchObject(
      worked.indicators.map(({ expected }) => asNumbers(expected) as object),
    );
    const printed = [...result.indicators.map(({ score }) => score), result.execution.score];
    const column = printed.reduce((total, score) => total.add(score ?? '0'), new Fraction(0));
    expect(column.equals(result.raw)).toBe(true);
  });
});

describe('a case that cannot be scored', () => {
  const good = caseOf(cases[0]!);
  const problemsOf = (json: unknown): string[] => {
    try {
      scoreCase(json, policies);
    } catch (error) {
      if (error instanceof DomainError) return error.problems.map(({ code, pointer }) => `${pointer} ${code}`);
      throw error;
    }
    return [];
  };
  const withEntry = (entry: object) => ({ ...good, entries: [entry] });

  it.each([
    ['no case at all', 'rubbish', [' type']],
    ['nothing in it', {}, ['/policy required', '/asOf required', '/sheet required', '/entries required']],
    ['a month that does not exist', { ...good, asOf: '2026-13' }, ['/asOf pattern']],
    ['an unknown policy', { ...good, policy: 'none' }, ['/policy policy-unknown']],
    [
      'an unknown indicator',
      withEntry({ indicator: 7, period: '2026-01', value: '1' }),
      ['/entries/0/indicator indicator-unknown'],
    ],
    [
      'a month of another year',
      withEntry({ indicator: 0, period: '2025-12', value: '1' }),
      ['/entries/0/period month-outside-year'],
    ],
    [
      'no number but NaN',
      withEntry({ indicator: 0, period: '2026-01', value: 'NaN' }),
      ['/entries/0/value number-invalid'],
    ],
    [
      'an exponent',
      withEntry({ indicator: 0, period: '2026-01', value: '1e400' }),
      ['/entries/0/value number-invalid'],
    ],
    [
      'full-width digits',
      withEntry({ indicator: 0, period: '2026-01', value: '１２' }),
      ['/entries/0/value number-invalid'],
    ],
    [
      'thousands separators',
      withEntry({ indicator: 0, period: '2026-01', value: '1,314.40' }),
      ['/entries/0/value number-invalid'],
    ],
    [
      'a grade where a number belongs',
      withEntry({ indicator: 0, period: '2026-01', grade: 'achieved', coefficient: '1' }),
      ['/entries/0/grade unexpected', '/entries/0/coefficient unexpected', '/entries/0/value required'],
    ],
  ])('%s is named with its place', (_, json, problems) => {
    expect(problemsOf(json)).toEqual(problems);
  });

  it('two entries of one month are refused, not added', () => {
    const entry = { indicator: 0, period: '2026-01', value: '1' };
    expect(problemsOf({ ...good, entries: [entry, entry] })).toEqual(['/entries/1 entry-duplicate']);
  });
});
