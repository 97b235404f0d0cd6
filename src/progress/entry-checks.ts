import { Injectable } from '@nestjs/common';
import { Today } from '../common/today.js';
import { DomainError, type Problem } from '../domain/domain-error.js';
import { checkEntry } from '../domain/entry-rules.js';
import type { Month } from '../domain/month.js';
import { PoliciesService } from '../policies/policies.service.js';
import type { IndicatorInSheet } from '../targets/indicators.service.js';
import type { SaveEntryDto } from './dto/entry.dto.js';
import { checkMonth, monthOutsideYear } from './month-checks.js';

/** Whether an entry may be saved: the rules of the domain, and the month's place in the year. */
@Injectable()
export class EntryChecks {
  constructor(
    private readonly policies: PoliciesService,
    private readonly today: Today,
  ) {}

  /** @throws DomainError `entry-invalid` with every problem and its place, `month-not-open` */
  check(indicator: IndicatorInSheet, month: Month, entry: SaveEntryDto): void {
    const policy = this.policies.get(indicator.sheet.policy);
    const problems = [
      ...checkEntry(indicator, { ...entry, month }, policy),
      ...monthOutsideYear(month, indicator.sheet.fiscalYear),
      ...reasonProblem(entry),
    ];
    if (problems.length > 0)
      throw new DomainError('entry-invalid', headline(indicator.name, month, problems), problems);
    checkMonth(month, indicator.sheet.fiscalYear, this.today.date());
  }
}

function reasonProblem({ notApplicable, notApplicableReason }: SaveEntryDto): Problem[] {
  if (!notApplicable || notApplicableReason?.trim()) return [];
  const message = { zh: '填报“不适用”时必须说明原因。', en: 'Say why the month is not applicable.' };
  return [{ code: 'required', pointer: '/notApplicableReason', message }];
}

const headline = (name: string, month: Month, problems: readonly Problem[]) => ({
  zh: `“${name}”${month} 的填报有误：${problems.map(({ message }) => message.zh).join('')}`,
  en: `The entry of “${name}” for ${month} is not valid: ${problems.map(({ message }) => message.en).join(' ')}`,
});
