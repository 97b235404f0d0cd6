import { defaultDueMonth } from '../domain/default-due-month.js';
import { DomainError, type Problem } from '../domain/domain-error.js';
import { commitmentOf } from '../targets/commitment.js';
import type { NewIndicator, NewSheet } from '../targets/new-sheet.js';
import { targetColumns } from '../targets/target-columns.js';
import { decidedSheet } from './decided-sheet.js';
import type { AdoptDto, DecisionDto } from './dto/adopt.dto.js';
import type { IndicatorDraft, SheetDraft } from './sheet-draft.js';

const DEFAULT_POLICY = 'national-2020';

/**
 * A draft sheet with a person's decisions, ready to be adopted.
 * @throws DomainError `draft-incomplete` that names what the document leaves open, `target-unparsed`.
 */
export function adoptedSheet(
  printed: SheetDraft,
  place: number,
  decisionsMade: AdoptDto,
): Omit<NewSheet, 'departmentId' | 'importId'> {
  const { decisions = [], waivers = [], commitments = [] } = decisionsMade;
  const draft = decidedSheet(printed, place, decisionsMade);
  const decided = decisions.filter(({ sheet }) => sheet === place);
  const problems = openQuestions(draft, place);
  const [first] = problems;
  if (first || draft.fiscalYear === null) throw incomplete(problems);
  return {
    kind: draft.kind,
    fiscalYear: draft.fiscalYear,
    project: draft.project,
    responsibleName: draft.responsible.name,
    responsiblePhone: draft.responsible.phone,
    fundingTotal: draft.funding.total,
    fundingFiscal: draft.funding.fiscal,
    fundingOther: draft.funding.other,
    fundingSources: [...draft.funding.sources],
    executionWeight: draft.executionWeight,
    policy: DEFAULT_POLICY,
    indicators: [
      ...draft.indicators.map((indicator, index) =>
        adoptedIndicator(
          indicator,
          decided.find((decision) => decision.indicator === index),
        ),
      ),
      ...commitments.filter(({ sheet }) => sheet === place).map(commitmentOf),
    ],
    goals: draft.goals.map((text) => ({ text, indicators: [] })),
    waiver: waivers.find(({ sheet }) => sheet === place)?.reason ?? null,
  };
}

function adoptedIndicator(draft: IndicatorDraft, decision: DecisionDto | undefined): NewIndicator {
  const { level1, level2, name, targetUpper, unit, per, raw, basis, previous, rule, ruleRaw, source, evidence } = draft;
  // openQuestions has made sure of both.
  const comparator = draft.comparator ?? 'qualitative';
  const weight = draft.weight ?? '0';
  return {
    ...{
      level1,
      level2,
      name,
      comparator,
      targetUpper,
      unit,
      per,
      raw,
      basis,
      previous,
      weight,
      rule,
      ruleRaw,
      source,
    },
    ...targetColumns({ comparator, target: draft.target }),
    endMonth: null,
    evidenceKind: evidence,
    sectionId: decision?.sectionId ?? null,
    aggregation: draft.aggregation,
    dueMonth: decision?.dueMonth ?? defaultDueMonth({ name, comparator }),
  };
}

function openQuestions({ fiscalYear, department, indicators }: SheetDraft, place: number): Problem[] {
  const open = (pointer: string, zh: string, en: string): Problem => ({
    code: 'draft-incomplete',
    pointer: `/sheets/${place}${pointer}`,
    message: { zh, en },
  });
  return [
    ...(fiscalYear === null
      ? [open('/fiscalYear', '文件没有写明年度。', 'The document does not say which year.')]
      : []),
    ...(department === null
      ? [open('/department', '文件没有写明部门。', 'The document does not name the department.')]
      : []),
    ...indicators.flatMap(({ name, comparator, weight, raw }, index) => [
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
    'draft-incomplete',
    { zh: `这张表还不能采用：${texts('zh')}`, en: `This sheet cannot be adopted yet: ${texts('en')}` },
    problems,
  );
}
