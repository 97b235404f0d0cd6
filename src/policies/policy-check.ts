import { readFileSync } from 'node:fs';
import { Ajv, type ErrorObject } from 'ajv';
import { fromProjectRoot } from '../common/project-root.js';
import type { Message, Problem } from '../domain/domain-error.js';
import { exact, type Exact } from '../domain/exact.js';
import type { Policy } from '../domain/policy.js';

const SCHEMA = JSON.parse(readFileSync(fromProjectRoot('policies/policy.schema.json'), 'utf8')) as object;
const matchesSchema = new Ajv({ allErrors: true, strict: true, strictRequired: false }).compile<Policy>(SCHEMA);

/** Everything that is wrong with a policy, each with its place: first its form, then its sense. Empty: it can be used. */
export function policyProblems(policy: unknown): Problem[] {
  if (!matchesSchema(policy)) return (matchesSchema.errors ?? []).map(formProblem);
  return [...bandProblems(policy), ...orderProblems(policy)];
}

function formProblem({ instancePath, params, keyword, message = '' }: ErrorObject): Problem {
  const { missingProperty, additionalProperty } = params as { missingProperty?: string; additionalProperty?: string };
  const name = missingProperty ?? additionalProperty;
  const pointer = name === undefined ? instancePath : `${instancePath}/${name}`;
  if (missingProperty) return at(pointer, keyword, { zh: '缺少此项。', en: 'is missing.' });
  if (additionalProperty) return at(pointer, keyword, { zh: '没有这一项。', en: 'is not known.' });
  return at(pointer, keyword, wanted(keyword, params) ?? { zh: `内容不符合要求（${message}）。`, en: `${message}.` });
}

/** What belongs there, in words where the schema says it as a pattern or a list. */
function wanted(keyword: string, params: ErrorObject['params']): Message | null {
  const { pattern, allowedValues } = params as { pattern?: string; allowedValues?: readonly string[] };
  if (keyword === 'enum' && allowedValues) {
    const listed = allowedValues.join(', ');
    return { zh: `应为以下之一：${listed}。`, en: `must be one of ${listed}.` };
  }
  if (keyword !== 'pattern' || pattern === undefined) return null;
  if (new RegExp(pattern).test('0.5') && !new RegExp(pattern).test('2'))
    return {
      zh: '应为 0 至 1 的小数，写作文本，如 "0.8"。',
      en: 'must be a decimal from 0 to 1 as a text, such as "0.8".',
    };
  if (new RegExp(pattern).test('89.5'))
    return { zh: '应为分值，写作文本，如 "10"。', en: 'must be points as a text, such as "10".' };
  return { zh: `写法不对，应符合 ${pattern}。`, en: `must be written as ${pattern}.` };
}

/** The bands of the grades have to cover 0 to 1 without gap or overlap: every coefficient has one grade. */
function bandProblems({ gradeBands: { achieved, partial, missed } }: Policy): Problem[] {
  const ends: [string, string, string][] = [
    ['/gradeBands/achieved/to', achieved.to, '1'],
    ['/gradeBands/partial/to', partial.to, achieved.from],
    ['/gradeBands/missed/to', missed.to, partial.from],
    ['/gradeBands/missed/from', missed.from, '0'],
  ];
  return ends
    .filter(([, end, expected]) => !exact(end).equals(exact(expected)))
    .map(([pointer, , expected]) =>
      at(pointer, 'band-gap', {
        zh: `应为 ${expected}，等级区间须从 0 到 1 首尾相接。`,
        en: `must be ${expected}: the bands have to join from 0 to 1.`,
      }),
    );
}

function orderProblems({ gradedSteps, ratings, executionCaps, lights }: Policy): Problem[] {
  const falls = (pointer: string, numbers: readonly string[]): Problem[] =>
    numbers.flatMap((number, index) => {
      const before = numbers[index - 1];
      if (before === undefined || exact(number).lt(exact(before))) return [];
      return [
        at(`${pointer}/${index}`, 'not-falling', {
          zh: `应小于前一项 ${before}，各档须从高到低。`,
          en: `must be less than ${before}: the highest comes first.`,
        }),
      ];
    });
  const last: Exact = exact(ratings.at(-1)?.from ?? '0');
  return [
    ...falls(
      '/gradedSteps',
      gradedSteps.map(({ from }) => from),
    ),
    ...falls(
      '/ratings',
      ratings.map(({ from }) => from),
    ),
    ...falls(
      '/executionCaps',
      executionCaps.map(({ below }) => below),
    ),
    ...falls(
      '/executionCaps',
      executionCaps.map(({ cap }) => cap),
    ),
    ...falls('/lights', [lights.green, lights.amber]).map((problem) => ({ ...problem, pointer: '/lights/amber' })),
    ...(last.equals(0)
      ? []
      : [
          at(`/ratings/${ratings.length - 1}/from`, 'rating-gap', {
            zh: '最低一档应从 0 起，否则低分没有等级。',
            en: 'the lowest must start at 0, or low scores have no rating.',
          }),
        ]),
  ];
}

const at = (pointer: string, code: string, message: Message): Problem => ({ code, pointer, message });
