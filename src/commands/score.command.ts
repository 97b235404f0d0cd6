import type { Command } from 'commander';
import { DomainError } from '../domain/domain-error.js';
import { RATING_NAMES } from '../domain/names.js';
import { readPolicies } from '../policies/policies.js';
import { scoreCase } from '../scoring/case/score-case.js';
import { LANGUAGE, print, printJson, say } from './console-output.js';
import { readInput } from './read-input.js';
import { jsonInvalid } from './errors.js';

export function addScoreCommand(program: Command): void {
  program
    .command('score')
    .argument('<file>', 'JSON file: one case, or an array of cases')
    .description('score a case and explain every point / 计算得分并逐项说明')
    .option('--json', 'the result as JSON on standard output')
    .action(scoreFile);
}

async function scoreFile(file: string, { json = false }: { json?: boolean }): Promise<void> {
  const input = parse(file, (await readInput(file)).toString('utf8'));
  const policies = readPolicies();
  const results = Array.isArray(input)
    ? input.map((one, index) => inCase(index, () => scoreCase(one, policies)))
    : [scoreCase(input, policies)];
  if (json) printJson(Array.isArray(input) ? results : results[0]);
  else print(results.map(inWords).join('\n\n'));
}

function parse(file: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw jsonInvalid(file, error);
  }
}

/** Tells which case of an array is wrong. */
function inCase<T>(index: number, work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    throw error.told({
      messages: { zh: `第 ${index} 个算例：${error.messages.zh}`, en: `Case ${index}: ${error.messages.en}` },
      problems: error.problems.map((problem) => ({ ...problem, pointer: `/${index}${problem.pointer}` })),
    });
  }
}

function inWords({
  raw,
  max,
  normalised,
  rating,
  provisional,
  execution,
  indicators,
}: ReturnType<typeof scoreCase>): string {
  const grade = rating ? RATING_NAMES[rating][LANGUAGE] : '—';
  const summary = say(
    `得分 ${raw} / ${max}，折合 ${normalised ?? '—'}，等级 ${grade}${provisional ? '（暂定）' : ''}；预算执行 ${execution.score ?? '—'} / ${execution.max}`,
    `${raw} of ${max} points, normalised ${normalised ?? '—'}, ${grade}${provisional ? ' (provisional)' : ''}; execution ${execution.score ?? '—'} of ${execution.max}`,
  );
  return [
    summary,
    ...indicators.map(
      ({ index, score, max: points, explanation }) => `${index}. ${score ?? '—'} / ${points}  ${explanation[LANGUAGE]}`,
    ),
  ].join('\n');
}
