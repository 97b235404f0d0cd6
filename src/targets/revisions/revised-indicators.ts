import { isDeepStrictEqual } from 'node:util';
import { type Problem, refuseUnfit } from '../../domain/domain-error.js';
import { entryKind } from '../../domain/entries/entry-rules.js';
import { exact } from '../../domain/exact.js';
import { monthOfDate } from '../../domain/calendar/local-date.js';
import { addMonths, type Month, monthNumber, yearOf } from '../../domain/calendar/month.js';
import { parseTargetValue } from '../../domain/printed/target-value.js';
import { dayOutsideYear } from '../indicators/errors.js';
import type { ReviseSheetDto, RevisedIndicatorDto } from './dto/revision.dto.js';
import type { Indicator } from '../indicators/indicator.entity.js';
import { inOrder, milestoneProblems } from '../indicators/milestone-checks.js';
import { targetColumns } from '../indicators/target-columns.js';
import type { TargetSheet } from '../sheets/target-sheet.entity.js';

/**
 * The indicators as a revision leaves them, by id. What is entered for an indicator is settled, so a number stays a
 * number and a month's own target one of a month.
 * @param last effective month of the revision before; null: there is none.
 * @throws DomainError `revision-invalid`, `milestones-invalid`
 */
export function revisedIndicators(
  { effectiveMonth, reason, indicators: revised }: ReviseSheetDto,
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
  revised.forEach((row, index) => {
    const pointer = `/indicators/${index}`;
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
    const next = revisedIndicator(indicator, row, { fiscalYear, reason });
    if (next) {
      after.set(row.indicatorId, next);
      problems.push(
        ...planProblems(next, row, fiscalYear, pointer),
        ...dayProblems(next, indicator, { effectiveMonth, fiscalYear }, pointer),
        ...endProblems(row, indicator.name, { effectiveMonth, fiscalYear }, pointer),
      );
    } else problems.push(unfitTarget(indicator, row.raw ?? '', fiscalYear, pointer));
    if (row.weight !== undefined && exact(row.weight).lt(exact('0')))
      problems.push(problem(`${pointer}/weight`, '分值权重不能为负数。', 'A weight must not be negative.'));
  });
  if (problems.length === 0 && [...after].every(([id, next]) => isAsBefore(known.get(id), next)))
    problems.push(
      problem(
        '/indicators',
        '这次调整没有改变任何指标，请填写要改变的内容。',
        'The revision changes nothing; say what is to change.',
      ),
    );
  refuseUnfit(problems);
  return after;
}

const REVISED = ['raw', 'comparator', 'target', 'targetUpper', 'targetDate', 'targetText', 'rule', 'endMonth'] as const;

const isAsBefore = (before: Indicator | undefined, after: Indicator): boolean =>
  before !== undefined &&
  REVISED.every((field) => before[field] === after[field]) &&
  exact(before.weight).equals(exact(after.weight)) &&
  isDeepStrictEqual(before.milestones, after.milestones);

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

/** What a revision says of an indicator; what it does not say stays. null: the target cannot be that of this indicator. */
function revisedIndicator(
  indicator: Indicator,
  revised: RevisedIndicatorDto,
  { fiscalYear, reason }: { readonly fiscalYear: number; readonly reason: string },
): Indicator | null {
  const { raw, weight, rule, endMonth = indicator.endMonth, milestones } = revised;
  const kept = {
    ...indicator,
    weight: weight ?? indicator.weight,
    rule: rule ?? indicator.rule,
    milestones: milestones ? inOrder(milestones) : indicator.milestones,
    endMonth,
    endReason: endMonth === indicator.endMonth ? indicator.endReason : endMonth && reason,
  };
  return raw === undefined ? kept : retargeted(kept, raw, fiscalYear);
}

function retargeted(indicator: Indicator, raw: string, fiscalYear: number): Indicator | null {
  const parsed = parseTargetValue(raw, fiscalYear);
  if (!parsed) return null;
  const { comparator, targetUpper, unit, per } = parsed;
  const next = { ...indicator, raw, comparator, targetUpper, unit: unit ?? indicator.unit };
  const isAlike = entryKind(next) === entryKind(indicator) && (per === indicator.per || per === null);
  if (!isAlike || !keepsUnit(unit, indicator.unit)) return null;
  const columns = targetColumns(parsed);
  // What has to be completed by a day is due in its month.
  const dueMonth = columns.targetDate ? monthNumber(monthOfDate(columns.targetDate)) : indicator.dueMonth;
  return { ...next, ...columns, target: parsed.qualitative ? null : parsed.target, dueMonth };
}

/** What was entered before was entered in the unit; of a share it is written out, for 0.98 may be 98 % or 0.98 %. */
const keepsUnit = (unit: string | null, before: string | null): boolean =>
  unit === before || (unit === null && before !== '%' && before !== '‰');

function unfitTarget({ name, unit }: Indicator, raw: string, fiscalYear: number, pointer: string): Problem {
  const parsed = parseTargetValue(raw, fiscalYear);
  if (parsed && !keepsUnit(parsed.unit, unit)) {
    return problem(
      `${pointer}/raw`,
      `“${name}”按“${unit ?? '无单位'}”填报，新目标值“${raw}”须用同一单位写明。`,
      `“${name}” is entered in “${unit ?? 'no unit'}”; write the new target “${raw}” with that unit.`,
    );
  }
  return problem(
    `${pointer}/raw`,
    `“${raw}”不能作为“${name}”的新目标值。`,
    `“${raw}” cannot be the new target of “${name}”.`,
  );
}

/** What is to be done by a day is asked for in its month: a day before the revision would be asked for by nobody. */
function dayProblems(
  { name, targetDate }: Indicator,
  { targetDate: before }: Indicator,
  { effectiveMonth, fiscalYear }: { effectiveMonth: Month; fiscalYear: number },
  pointer: string,
): Problem[] {
  const message = dayOutsideYear(name, targetDate, fiscalYear);
  if (message) return [{ code: 'revision-invalid', pointer: `${pointer}/raw`, message }];
  if (targetDate === null || targetDate === before || monthOfDate(targetDate) >= effectiveMonth) return [];
  const zh = `“${name}”的新期限 ${targetDate} 早于调整生效月份 ${effectiveMonth}。请把生效月份改为不晚于 ${monthOfDate(targetDate)}，或改期限。`;
  const en = `The new day ${targetDate} of “${name}” lies before the month ${effectiveMonth} in which the revision takes effect. Let it take effect by ${monthOfDate(targetDate)}, or choose a later day.`;
  return [problem(`${pointer}/raw`, zh, en)];
}

/** It cannot end before the months that the revision leaves as they are. */
function endProblems(
  { endMonth }: RevisedIndicatorDto,
  name: string,
  { effectiveMonth, fiscalYear }: { effectiveMonth: Month; fiscalYear: number },
  pointer: string,
): Problem[] {
  if (endMonth == null || (yearOf(endMonth) === fiscalYear && endMonth >= addMonths(effectiveMonth, -1))) return [];
  const zh = `“${name}”的终止月份 ${endMonth} 应在 ${fiscalYear} 年度内，且不早于调整生效月份的上一个月。`;
  const en = `“${name}” cannot end with ${endMonth}: it has to be a month of ${fiscalYear}, the one before the revision at the earliest.`;
  return [problem(`${pointer}/endMonth`, zh, en)];
}

const problem = (pointer: string, zh: string, en: string): Problem => ({
  code: 'revision-invalid',
  pointer,
  message: { zh, en },
});
