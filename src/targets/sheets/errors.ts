import { DomainError, errorAt, type Language, type Message, NotFoundError } from '../../domain/domain-error.js';
import type { NewSheet } from './new-sheet.js';

export const SHEET: Message = { zh: '绩效目标表', en: 'target sheet' };

export const noSheet = (): NotFoundError => new NotFoundError(SHEET);

export const alreadyAdopted = ({ project, fiscalYear }: Pick<NewSheet, 'project' | 'fiscalYear'>): DomainError =>
  new DomainError('conflict', 'already-exists', {
    zh: `${fiscalYear} 年度的“${project ?? '部门整体绩效目标'}”已经采用过，不能重复采用。要改用新版：尚未填报的可先撤销原来的采用，已有填报的请在指标表中修订目标。`,
    en: `“${project ?? 'the targets of the whole department'}” of ${fiscalYear} has been adopted already. For a newer version undo that adoption while nothing is entered, or revise the targets of the sheet.`,
  });

/**
 * @param execution points for budget execution
 * @param total of the weights and these points
 */
export const waiverRequired = (project: string | null, execution: string, total: string): DomainError =>
  errorAt('/waiver', 'unfit', 'waiver-required', {
    zh: `“${project ?? '部门整体'}”的分值权重加预算执行 ${execution} 分为 ${total} 分，不是 100 分。请填写说明后再采用。`,
    en: `The weights of “${project ?? 'the department'}” and ${execution} points for execution give ${total}, not 100. Give a reason (waiver) to adopt it all the same.`,
  });

/** What the database function `sheet_history` says that people have done with a sheet. */
const WORK: Readonly<Record<string, Message>> = {
  entries: { zh: '月度填报', en: 'monthly entries' },
  evidence: { zh: '佐证资料', en: 'evidence' },
  'goal-progress': { zh: '目标进展', en: 'progress of goals' },
  spending: { zh: '预算执行数', en: 'spending' },
  revisions: { zh: '目标修订', en: 'revisions' },
  overrides: { zh: '复核调整', en: 'adjusted scores' },
  reports: { zh: '已发布的报告', en: 'issued reports' },
};

interface UsedSheet {
  /** null: that of the whole department. */
  readonly project: string | null;
  readonly history: readonly string[];
  /** Names of those with entries, evidence or adjusted scores. */
  readonly indicators: readonly string[];
}

export function stillInUse(sheets: readonly UsedSheet[]): DomainError {
  const zh = sheets.map(({ project, history, indicators }) => {
    const done = history.map((kind) => WORK[kind]?.zh ?? kind).join('、');
    const at = indicators.length === 0 ? '' : `（指标${namesOf(indicators, 'zh')}）`;
    return `“${project ?? '部门整体'}”已有${done}${at}`;
  });
  const en = sheets.map(({ project, history, indicators }) => {
    const done = history.map((kind) => WORK[kind]?.en ?? kind).join(', ');
    const at = indicators.length === 0 ? '' : ` (${namesOf(indicators, 'en')})`;
    return `“${project ?? 'whole department'}” has ${done}${at}`;
  });
  return new DomainError('conflict', 'still-in-use', {
    zh: `不能撤销采用：${zh.join('；')}。请通过修订更正目标表。`,
    en: `The adoption cannot be undone: ${en.join('; ')}. Correct the sheet by a revision.`,
  });
}

const MOST_NAMES = 3;

function namesOf(indicators: readonly string[], language: Language): string {
  const names = indicators.slice(0, MOST_NAMES).map((name) => `“${name}”`);
  const more = indicators.length - names.length;
  if (language === 'zh') return `${names.join('、')}${more > 0 ? `等 ${indicators.length} 项` : ''}`;
  return `${names.join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
}
