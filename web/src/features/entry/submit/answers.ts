import type { EntryQuestion, useTriedSubmission } from '../../../api/progress.js';
import type { Submission } from './submission.js';
import type { Confirmed } from './use-confirm-values.js';

/** What the service says of each row. */
export type Rows = NonNullable<ReturnType<typeof useTriedSubmission>['data']>['rows'];
type Row = Rows[number];
type Line = Submission['lines'][number];

const isOf = ({ seen }: Line, row: Row): boolean => seen.some(({ indicatorId }) => indicatorId === row.indicatorId);
const isAsked = ({ problem }: Row): boolean => problem?.code === 'confirmation-required';

/** Why a line would be refused, by its key; what is only asked about is asked at its line anyway. */
export const obstaclesOf = (lines: readonly Line[], rows: Rows): ReadonlyMap<string, string> =>
  new Map(
    lines.flatMap((line) => {
      const problem = rows.find((row) => row.problem !== null && !isAsked(row) && isOf(line, row))?.problem;
      return problem ? [[line.entry.subject.key, problem.title] as const] : [];
    }),
  );

/** What is known of every row: what was answered last goes before what was found when all were tried. */
export const latestOf = (tried: Rows, answered: Rows): Rows => [
  ...answered,
  ...tried.filter(({ indicatorId }) => !answered.some((row) => row.indicatorId === indicatorId)),
];

/** The lines whose values would be taken once somebody says that they are right, and what is asked of each. */
export const askedOf = (lines: readonly Line[], rows: Rows): Confirmed[] =>
  lines.flatMap((line) => {
    const asked = rows.filter((row) => isAsked(row) && isOf(line, row));
    const questions = asked.flatMap(({ problem }) => problem?.errors.map(({ code }) => code as EntryQuestion) ?? []);
    return questions.length > 0 ? [{ entry: line.entry, confirmed: [...new Set(questions)] }] : [];
  });

/** What was refused, each with the name of its line. */
export const refusalsOf = (lines: readonly Line[], rows: Rows): string[] =>
  rows.flatMap((row) =>
    row.problem ? [`${lines.find((line) => isOf(line, row))?.entry.subject.name ?? ''}：${row.problem.title}`] : [],
  );
