import { DomainError, type Problem } from '../domain/domain-error.js';
import { entryKind } from '../domain/entry-rules.js';
import { exact } from '../domain/exact.js';
import { type Month, yearOf } from '../domain/month.js';
import { parseTargetValue } from '../domain/target-value.js';
import type { ReviseSheetDto, RevisedIndicatorDto } from './dto/revision.dto.js';
import type { Indicator } from './indicator.entity.js';
import { inOrder, milestoneProblems } from './milestone-checks.js';
import { targetColumns } from './target-columns.js';
import type { TargetSheet } from './target-sheet.entity.js';

/**
 * The indicators as a revision leaves them, by id. What is entered for an indicator is settled, so a number stays a
 * number and a month's own target one of a month.
 * @param last effective month of the revision before; null: there is none.
 * @throws DomainError `revision-invalid`, `milestones-invalid`
 */
export function revisedIndicators(
  { effectiveMonth, indicators: revised }: ReviseSheetDto,
  { indicators = [], fiscalYear }: TargetSheet,
  last: Month | null,
): Map<string, Indicator> {
  const known = new Map(indicators.map((indicator) => [indicator.id, indicator]));
  const after = new Map<string, Indicator>();
  const problems: Problem[] = [];
  if (yearOf(effectiveMonth) !== fiscalYear) {
    problems.push(
      problem(
        '/effectiveMonth',
        `${effectiveMonth} 不在 ${fiscalYear} 年度内。`,
        `${effectiveMonth} lies outside ${fiscalYear}.`,
      ),
    );
  } else if (last !== null && effectiveMonth < last) {
    problems.push(
      problem(
        '/effectiveMonth',
        `不能早于上一次调整的 ${last}。`,
        `It must not lie before the last revision, ${last}.`,
      ),
    );
  }
  revised.forEach((row, place) => {
    const pointer = `/indicators/${place}`;
    const indicator = known.get(row.indicatorId);
    if (!indicator || after.has(row.indicatorId)) {
      problems.push(
        problem(
          `${pointer}/indicatorId`,
          '该指标不在这张表中，或出现了两次。',
          'It is not of this sheet, or stands there twice.',
        ),
      );
      return;
    }
    const next = revisedIndicator(indicator, row);
    if (next) {
      after.set(row.indicatorId, next);
      problems.push(...planProblems(next, row, fiscalYear, pointer));
    } else
      problems.push(
        problem(
          `${pointer}/raw`,
          `“${row.raw ?? ''}”不能作为“${indicator.name}”的新目标值。`,
          `“${row.raw ?? ''}” cannot be the new target of “${indicator.name}”.`,
        ),
      );
    if (row.weight !== undefined && exact(row.weight).lt(exact('0')))
      problems.push(problem(`${pointer}/weight`, '分值权重不能为负数。', 'A weight must not be negative.'));
  });
  const [first] = problems;
  if (first) throw new DomainError(first.code, first.message, problems);
  return after;
}

/** A plan by months has to lead to the new target: the one that comes with it, or the one that there is. */
function planProblems(next: Indicator, { milestones }: RevisedIndicatorDto, year: number, pointer: string): Problem[] {
  const found = milestoneProblems(next, year, milestones ?? next.milestones);
  if (milestones) return found.map((one) => ({ ...one, pointer: `${pointer}${one.pointer}` }));
  const all = (language: 'zh' | 'en') => found.map(({ message }) => message[language]).join('');
  const { name } = next;
  const message = {
    zh: `“${name}”原有的里程碑不再适用：${all('zh')}请在 milestones 中一并给出新的里程碑。`,
    en: `The milestones of “${name}” no longer fit: ${all('en')} Give new ones with the revision, as milestones.`,
  };
  return found.length > 0 ? [{ code: 'milestones-invalid', pointer: `${pointer}/milestones`, message }] : [];
}

function revisedIndicator(
  indicator: Indicator,
  { raw, weight = indicator.weight, milestones: planned }: RevisedIndicatorDto,
): Indicator | null {
  const milestones = planned ? inOrder(planned) : indicator.milestones;
  if (raw === undefined) return { ...indicator, weight, milestones };
  const parsed = parseTargetValue(raw);
  if (!parsed) return null;
  const { comparator, targetUpper, unit, per } = parsed;
  const next = { ...indicator, weight, milestones, raw, comparator, targetUpper, unit: unit ?? indicator.unit };
  const isAlike = entryKind(next) === entryKind(indicator) && (per === indicator.per || per === null);
  return isAlike ? { ...next, ...targetColumns(parsed) } : null;
}

const problem = (pointer: string, zh: string, en: string): Problem => ({
  code: 'revision-invalid',
  pointer,
  message: { zh, en },
});
