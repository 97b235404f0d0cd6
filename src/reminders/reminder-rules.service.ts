import { Injectable } from '@nestjs/common';
import { SettingsService, type Versioned } from '../settings/settings.service.js';
import { DEFAULT_RULES, type ReminderRules } from './reminder-rules.js';
import { ladderNotAscending } from './errors.js';

const NAME = 'reminder-rules';

@Injectable()
export class ReminderRulesService {
  constructor(private readonly settings: SettingsService) {}

  /** An alert that came after the rules were set goes to its usual audience. */
  async read(): Promise<Versioned<ReminderRules>> {
    const { value, ...rest } = await this.settings.read(NAME, DEFAULT_RULES);
    return { ...rest, value: { ...value, alerts: { ...DEFAULT_RULES.alerts, ...value.alerts } } };
  }

  /** @throws DomainError `ladder-not-ascending`, ConflictError with the current rules */
  change(seen: number | null, rules: ReminderRules): Promise<Versioned<ReminderRules>> {
    checkLadder(rules);
    return this.settings.write(NAME, seen, rules);
  }
}

/** @throws DomainError `ladder-not-ascending` */
export function checkLadder({ ladder }: ReminderRules): void {
  ladder.forEach(({ workingDays }, step) => {
    const before = ladder[step - 1];
    if (before && before.workingDays >= workingDays) throw ladderNotAscending(step);
  });
}
