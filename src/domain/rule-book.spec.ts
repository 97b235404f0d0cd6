import {
  CEILING,
  COUNT,
  DIRECT,
  entriesOf,
  judged,
  LEVEL,
  MEAN,
  MONTHLY,
  NATIONAL,
  QUALITY,
  REPLIES,
  SLOWEST,
  STRICT,
  times,
} from '../../test/support/judged.js';
import { deviationOf } from './entries/deviation.js';
import { statisticsOf } from './entries/entry-statistics.js';
import { plain } from './exact.js';
import { COMPARATORS, type Indicator, RULES } from './indicator.js';
import { monthOf } from './calendar/month.js';
import { outlookOf } from './outlook/outlook.js';
import { judgePace } from './outlook/pace.js';
import type { Policy } from './policy.js';
import { explain } from './scoring/explain.js';
import { printed } from './scoring/indicator-score.js';
import { judge, type ScoreOverride } from './scoring/judgement.js';

/*
 * What the rules say of many small cases, written down: a change of a rule shows here as a difference to be read, and one
 * that nobody meant is caught. The rules themselves are tested by hand-computed cases in the specs beside this one.
 */

const NUMERIC = COMPARATORS.filter((comparator) => comparator !== 'qualitative' && comparator !== 'by');
const SHAPES: readonly (readonly [string, Indicator, readonly (readonly (string | null)[])[]])[] = [
  ['sum', COUNT, [['5'], ['60'], ['61', '0'], ['80'], [null, '7', 'n/a'], times(12, '5'), times(12, '4')]],
  ['latest', LEVEL, [['5'], ['9', '4'], ['7', null], times(12, '5')]],
  ['average', MEAN, [['60'], ['59'], ['4', '6'], times(12, '4')]],
  ['max', SLOWEST, [['6'], ['7', '1'], times(12, '5')]],
  ['min', { ...COUNT, target: '6', aggregation: 'min' }, [['6'], ['7', '1'], times(12, '9')]],
  ['ratio', REPLIES, [['9/9'], ['9/10', '0/0'], ['0/0'], [null, '13/10'], times(12, '9/10')]],
  ['each-month', MONTHLY, [['4'], ['3', '4'], [null, '4'], times(12, '4')]],
];

function lineOf(indicator: Indicator, months: readonly (string | null)[], policy: Policy): string {
  const judgement = judged(indicator, months, { policy });
  const { score, completion, provisional, flags, explanation } = printed(judgement, policy);
  const { possibility, light, pace } = judgePace(judgement, policy);
  const outlook = outlookOf(judgement, { entries: entriesOf(months), lastYear: [] }, policy);
  const { lostForGood, winnable, neededPerMonth, allowedPerMonth, breach, atRisk, forecast } = outlook;
  const deviation = deviationOf(
    indicator,
    statisticsOf(entriesOf(months)),
    monthOf(2026, Math.max(1, months.length)),
    policy,
  );
  const short = (text: string | null | undefined) => text?.slice(0, 8) ?? '–';
  return [
    `${short(score)} of ${indicator.weight}${provisional ? ' provisional' : ''}${flags.length > 0 ? ' over' : ''}`,
    `c ${short(completion)}`,
    `${short(possibility)} ${light} ${pace === null ? '–' : plain(pace, 4)}`,
    `lost ${short(lostForGood)} left ${short(winnable)} need ${short(neededPerMonth)} may ${short(allowedPerMonth)}`,
    `breach ${breach ? `${breach.month}${breach.passed ? '!' : ''}` : '–'}${atRisk ? ' at risk' : ''}`,
    `ends ${short(forecast?.value)} ${short(forecast?.score)}${forecast?.met ? ' met' : ''}`,
    short(deviation?.code),
    explanation.notes.join(' '),
  ].join(' | ');
}

const saidOf = (months: readonly (string | null)[]) =>
  months.length === 12 ? `12 × ${months[0]}` : months.map((month) => month ?? '·').join(' ');

describe('the rule book', () => {
  it.each(SHAPES)('%s', (_, shape, vectors) => {
    const lines = [NATIONAL, STRICT].flatMap((policy) =>
      NUMERIC.flatMap((comparator) =>
        RULES.filter((rule) => policy === NATIONAL || rule === 'proportional').flatMap((rule) =>
          vectors.map((months) => {
            const targetUpper = comparator === 'range' ? String(Number(shape.target) + 10) : null;
            const indicator = { ...shape, comparator, rule, targetUpper };
            return `${policy.name} ${comparator} ${rule} ${saidOf(months)}: ${lineOf(indicator, months, policy)}`;
          }),
        ),
      ),
    );
    expect(lines.join('\n')).toMatchSnapshot();
  });

  it('grades', () => {
    const said = [['achieved 1'], ['achieved 0.8'], ['partial 0.7'], ['missed 0.1'], [null], ['n/a']];
    const lines = said.flatMap((months) =>
      ([null, ...RULES] as const).map((rule) => {
        const once: Indicator = { ...QUALITY, rule, dueMonth: null };
        return `${rule} ${saidOf(months)}: ${lineOf(once, months, NATIONAL)} / ${lineOf({ ...QUALITY, rule }, months, STRICT)}`;
      }),
    );
    expect(lines.join('\n')).toMatchSnapshot();
  });
});

/** What is scored, by which policy, and what a reviewer made of it. */
type Sentence = [string, Indicator, readonly (string | null)[], Policy?, ScoreOverride?];

const SENTENCES: readonly Sentence[] = [
  ['a count, some months missing', COUNT, ['20', null, '21']],
  ['a count, reached', COUNT, ['60']],
  ['no unit', { ...COUNT, unit: null }, ['20']],
  ['over the target', COUNT, ['90']],
  ['over the target, deducted', COUNT, ['90'], STRICT],
  ['more than, exactly reached', { ...COUNT, comparator: '>' }, ['60']],
  ['less than', { ...CEILING, comparator: '<', rule: null }, ['12']],
  ['a ceiling passed', CEILING, ['75']],
  ['an = exceeded', { ...COUNT, comparator: '=' }, ['61']],
  ['a range', { ...COUNT, comparator: 'range', targetUpper: '70' }, ['65']],
  ['by grade of completion', { ...COUNT, rule: 'graded' }, ['50']],
  ['all or nothing', DIRECT, ['50']],
  ['a slowest case', SLOWEST, ['7', '5']],
  ['a level', LEVEL, ['3', '4']],
  ['a mean', MEAN, ['3', '4']],
  ['a smallest case', { ...LEVEL, aggregation: 'min' }, ['3', '4']],
  ['a ratio', REPLIES, ['9/10', '10/10']],
  ['a ratio without cases', REPLIES, ['0/0']],
  ['each month', MONTHLY, ['4', null, '3']],
  ['a grade', { ...QUALITY, dueMonth: null }, ['partial 0.7']],
  ['a best grade', { ...QUALITY, dueMonth: null }, ['achieved 1']],
  ['a worst grade, by a rule that does not fit', { ...QUALITY, dueMonth: null, rule: 'proportional' }, ['missed 0.1']],
  ['not due', QUALITY, [null]],
  ['nothing reported', COUNT, [null]],
  ['not applicable', COUNT, ['n/a']],
  ['a commitment', { ...COUNT, weight: '0' }, ['20']],
  ['a reviewer’s points', COUNT, ['20'], NATIONAL, { score: '9.5', reason: '材料补齐', by: '李样例' }],
  ['a reviewer’s full points', COUNT, ['20'], NATIONAL, { score: '10', reason: '材料补齐', by: '李样例' }],
];

describe('the words of an explanation', () => {
  it.each(SENTENCES.map((sentence) => ({ sentence, what: sentence[0] })))('$what', ({ sentence }) => {
    const [, indicator, months, policy = NATIONAL, override] = sentence;
    const facts = { indicator, statistics: statisticsOf(entriesOf(months)), override };
    const score = printed(judge(facts, monthOf(2026, months.length), policy), policy);
    const { statistics: __, ...explanation } = score.explanation;
    const deviation = deviationOf(indicator, facts.statistics, monthOf(2026, months.length), policy);
    expect({
      zh: explain(score, 'zh'),
      en: explain(score, 'en'),
      explanation,
      deviation: deviation?.message ?? null,
    }).toMatchSnapshot();
  });

  it('tells of a direct target that the year has missed, with its range', () => {
    const range: Indicator = { ...DIRECT, comparator: 'range', target: '60', targetUpper: '70', unit: null };
    expect(deviationOf(range, statisticsOf(entriesOf(times(12, '4'))), '2026-12', NATIONAL)?.message).toEqual({
      zh: '目标为 60 – 70，目前为 48，未满足，直接赋分的指标将不得分',
      en: 'the target is 60 – 70, which 48 misses; an all-or-nothing indicator earns nothing',
    });
  });
});
