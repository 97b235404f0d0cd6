import { Injectable } from '@nestjs/common';
import { type DomainError, errorAt } from '../domain/domain-error.js';
import { SettingsService, type Versioned } from '../settings/settings.service.js';
import { DEFAULT_RULES, type ReminderRules } from './reminder-rules.js';

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
    rules.ladder.forEach(({ workingDays }, place) => {
      const before = rules.ladder[place - 1];
      if (before && before.workingDays >= workingDays) throw notAscending(place);
    });
    return this.settings.write(NAME, seen, rules);
  }
}

const notAscending = (place: number): DomainError =>
  errorAt(`/ladder/${place}/workingDays`, 'unfit', 'ladder-not-ascending', {
    zh: '提醒阶梯的工作日数须逐级递增。',
    en: 'The steps of the ladder must come in ascending order of working days.',
  });
