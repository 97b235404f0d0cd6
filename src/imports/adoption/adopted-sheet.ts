import { outsideYear } from '../../domain/calendar/fiscal-year.js';
import { type Month, yearOf } from '../../domain/calendar/month.js';
import { firstMonthOf } from '../../domain/entries/first-month.js';
import { DomainError, errorAt, type Message, type Problem } from '../../domain/domain-error.js';
import { dayOutsideYear } from '../../targets/indicators/errors.js';
import type { NewIndicator, NewSheet } from '../../targets/sheets/new-sheet.js';
import { type PublishedTotals, saysAnything } from '../../targets/sheets/published.js';
import { targetColumns } from '../../targets/indicators/target-columns.js';
import type { RepairableRow, RepairableSheet } from '../repairs/applied/repairable-draft.js';

const DEFAULT_POLICY = 'national-2020';

/**
 * A sheet of a draft, ready to be adopted.
 * @param firstMonth that is asked for of what is due every month; null: January
 * @throws DomainError `draft-incomplete` that names what is still open, `month-outside-year`
 */
export function adoptedSheet(
  draft: RepairableSheet,
  place: number,
  firstMonth: Month | null,
): Omit<NewSheet, 'departmentId' | 'importId'> {
  const problems = openQuestions(draft, place);
  const [first] = problems;
  if (first || draft.fiscalYear === null) throw incomplete(problems);
  if (firstMonth !== null && yearOf(firstMonth) !== draft.fiscalYear)
    throw errorAt('/firstMonth', 'unfit', 'month-outside-year', outsideYear(firstMonth, draft.fiscalYear));
  const ids = draft.indicators.map(({ id }) => id);
  return {
    kind: draft.kind,
    fiscalYear: draft.fiscalYear,
    project: draft.project,
    responsibleName: draft.responsible.name,
    responsiblePhone: draft.responsible.phone,
    fundingTotal: draft.funding.total,
    fundingFiscal: draft.funding.fiscal,
    fundingOther: draft.funding.other,
    fundingCarriedOver: draft.funding.carriedOver,
    fundingSources: [...draft.funding.sources],
    executionWeight: draft.executionWeight,
    published: publishedTotals(draft),
    policy: DEFAULT_POLICY,
    firstMonth,
    indicators: draft.indicators.map((row) => adoptedIndicator(row, firstMonth, draft.sectionRaw ?? null)),
    goals: draft.goals.map((text, goal) => ({
      text,
      indicators: (draft.goalRows[goal] ?? []).map((row) => ids.indexOf(row)),
    })),
    waiver: draft.waiver,
  };
}

function adoptedIndicator(draft: RepairableRow, firstMonth: Month | null, sectionOfSheet: string | null): NewIndicator {
  const { level1, level2, name, targetUpper, unit, per, raw, basis, previous, rule, ruleRaw, source, dueMonth } = draft;
  // openQuestions has made sure that the target and the weight are known.
  const comparator = draft.comparator ?? 'qualitative';
  return {
    ...{ level1, level2, name, targetUpper, unit, per, raw, basis, previous, rule, ruleRaw, source, dueMonth },
    comparator,
    ...targetColumns({ comparator, target: draft.target }),
    weight: draft.weight ?? '0',
    firstMonth: firstMonth === null ? null : firstMonthOf({ ...draft, comparator }, firstMonth),
    endMonth: draft.endMonth,
    evidenceKind: draft.evidence,
    sectionId: draft.sectionId,
    sectionPrinted: draft.sectionRaw ?? sectionOfSheet,
    aggregation: draft.aggregation,
    published: saysAnything({ actual: draft.actualRaw, score: draft.publishedScore }),
  };
}

/** Points of execution that a plan prints are no result. */
function publishedTotals({ published, funding, executionWeight }: RepairableSheet): PublishedTotals | null {
  const results = saysAnything({ ...published, spent: funding.spent });
  return results && { ...results, executionWeight };
}

function openQuestions(
  { fiscalYear, department, departmentId, indicators }: RepairableSheet,
  place: number,
): Problem[] {
  const open = (pointer: string, zh: string, en: string): Problem => ({
    code: 'draft-incomplete',
    pointer: `/sheets/${place}${pointer}`,
    message: { zh, en },
  });
  const dayProblem = (message: Message | null, index: number) =>
    message ? [open(`/indicators/${index}/target`, message.zh, message.en)] : [];
  return [
    ...(fiscalYear === null
      ? [open('/fiscalYear', '文件没有写明年度。', 'The document does not say which year.')]
      : []),
    ...(department === null && departmentId === null
      ? [open('/department', '文件没有写明部门。', 'The document does not name the department.')]
      : []),
    ...indicators.flatMap(({ name, comparator, target, weight, raw }, index) => [
      ...dayProblem(
        comparator === 'by' && fiscalYear !== null ? dayOutsideYear(name, target, fiscalYear) : null,
        index,
      ),
      ...(comparator === null
        ? [
            open(
              `/indicators/${index}/target`,
              `“${name}”的指标值“${raw}”无法识别。`,
              `The target “${raw}” of “${name}” cannot be read.`,
            ),
          ]
        : []),
      ...(weight === null
        ? [open(`/indicators/${index}/weight`, `“${name}”没有分值权重。`, `“${name}” has no weight.`)]
        : []),
    ]),
  ];
}

function incomplete(problems: readonly Problem[]): DomainError {
  const texts = (language: 'zh' | 'en'): string => problems.map(({ message }) => message[language]).join(' ');
  return new DomainError(
    'unfit',
    'draft-incomplete',
    { zh: `这张表还不能采用：${texts('zh')}`, en: `This sheet cannot be adopted yet: ${texts('en')}` },
    problems,
  );
}
