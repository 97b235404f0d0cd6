import { readPolicies } from './policies.js';
import { policyProblems } from './policy-check.js';

const POLICY = readPolicies().get('local-strict')!;
const found = (changes: object) =>
  policyProblems({ ...POLICY, ...changes }).map(({ pointer, code }) => `${pointer} ${code}`);
const { gradeBands: bands, ratings, executionCaps } = POLICY;

describe('a policy', () => {
  it.each([...readPolicies().values()])('that is shipped can be used: $name', (policy) => {
    expect(policyProblems(policy)).toEqual([]);
  });

  it.each([
    ['nothing at all', null, [' type']],
    ['no version', { ...POLICY, version: undefined }, ['/version required']],
    ['something unknown', { ...POLICY, bonus: '1' }, ['/bonus additionalProperties']],
    ['a float for points', { ...POLICY, executionWeight: 10 }, ['/executionWeight type']],
  ])('of the wrong form is refused: %s', (_, policy, problems) => {
    expect(policyProblems(JSON.parse(JSON.stringify(policy)))).toMatchObject(
      problems.map((problem) => {
        const [pointer, code] = problem.split(' ');
        return { pointer, code };
      }),
    );
  });

  it.each([
    [
      'a gap between bands',
      { gradeBands: { ...bands, partial: { from: '0.5', to: '0.7' } } },
      ['/gradeBands/partial/to band-gap'],
    ],
    [
      'bands that overlap',
      { gradeBands: { ...bands, missed: { from: '0', to: '0.6' } } },
      ['/gradeBands/missed/to band-gap'],
    ],
    [
      'a highest band that ends below 1',
      { gradeBands: { ...bands, achieved: { from: '0.8', to: '0.9' } } },
      ['/gradeBands/achieved/to band-gap'],
    ],
    [
      'a lowest band that starts above 0',
      { gradeBands: { ...bands, missed: { from: '0.1', to: '0.5' } } },
      ['/gradeBands/missed/from band-gap'],
    ],
    [
      'ratings out of order',
      { ratings: [...ratings].reverse() },
      ['/ratings/1 not-falling', '/ratings/2 not-falling', '/ratings/3 not-falling', '/ratings/3/from rating-gap'],
    ],
    ['low scores without a rating', { ratings: ratings.slice(0, 3) }, ['/ratings/2/from rating-gap']],
    [
      'the same step twice',
      { gradedSteps: [POLICY.gradedSteps[0], POLICY.gradedSteps[0]] },
      ['/gradedSteps/1 not-falling'],
    ],
    [
      'caps out of order',
      { executionCaps: [executionCaps[1], executionCaps[0]] },
      ['/executionCaps/1 not-falling', '/executionCaps/1 not-falling'],
    ],
    ['amber above green', { lights: { green: '0.8', amber: '0.9' } }, ['/lights/amber not-falling']],
  ])('without sense is refused: %s', (_, changes, problems) => {
    expect(found(changes)).toEqual(problems);
  });
});
