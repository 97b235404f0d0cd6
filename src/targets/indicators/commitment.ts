import { defaultAggregation } from '../../domain/printed/default-aggregation.js';
import { defaultDueMonth } from '../../domain/printed/default-due-month.js';
import { errorAt } from '../../domain/domain-error.js';
import { parseTargetValue } from '../../domain/printed/target-value.js';
import { dayOutsideYear, targetUnparsed } from './errors.js';
import type { CreateCommitmentDto } from './dto/indicator.dto.js';
import type { NewIndicator } from '../sheets/new-sheet.js';
import { targetColumns } from './target-columns.js';

/**
 * A commitment is an indicator of weight 0.
 * @param fiscalYear the year of a day that does not say its own
 * @throws DomainError `target-unparsed`, `target-outside-year`
 */
export function commitmentOf(commitment: CreateCommitmentDto, fiscalYear: number): NewIndicator {
  const { level1, level2, name, raw, aggregation, sectionId = null } = commitment;
  const target = parseTargetValue(raw, fiscalYear);
  if (!target) throw targetUnparsed(raw);
  const { qualitative: _, ...numeric } = target;
  const columns = targetColumns(target);
  const outside = dayOutsideYear(name, columns.targetDate, fiscalYear);
  if (outside) throw errorAt('/raw', 'unfit', 'target-outside-year', outside);
  return {
    ...numeric,
    level1,
    level2,
    name,
    raw,
    sectionId,
    sectionPrinted: null,
    ...columns,
    firstMonth: null,
    endMonth: null,
    weight: '0',
    aggregation: aggregation ?? defaultAggregation({ name, ...numeric }),
    dueMonth: defaultDueMonth({ name, ...numeric }),
    basis: null,
    previous: null,
    rule: null,
    ruleRaw: null,
    evidenceKind: null,
    source: null,
    published: null,
  };
}
