import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { saysSomething } from '../../common/says-something.js';
import { deviationOf } from '../../domain/entries/deviation.js';
import type { DomainError } from '../../domain/domain-error.js';
import { checkEntry } from '../../domain/entries/entry-rules.js';
import { confirmationRequired } from '../../domain/entries/questions.js';
import { statisticsOf } from '../../domain/entries/entry-statistics.js';
import { EvidenceService } from '../../evidence/evidence.service.js';
import { PoliciesService } from '../../policies/policies.service.js';
import { inForce } from '../../targets/revisions/in-force.js';
import type { IndicatorOfYear } from '../../targets/indicators/indicators.service.js';
import { entryInvalid, entryUnexplained } from './errors.js';
import { EntryQuestionsService } from './entry-questions.service.js';
import type { ProgressEntry } from './progress-entry.entity.js';
import { ProgressRepository } from './progress.repository.js';

const REASONS = ['deviationReason', 'correctiveMeasure'] as const;

/** What an entry must have before it goes to the reviewer, beyond what a draft must have. */
@Injectable()
export class SubmissionChecks {
  constructor(
    private readonly policies: PoliciesService,
    private readonly entries: ProgressRepository,
    private readonly evidence: EvidenceService,
    private readonly questions: EntryQuestionsService,
  ) {}

  /** @returns why an entry cannot be submitted, by its id; those that can are left out. */
  async refusals(
    manager: EntityManager,
    entries: readonly ProgressEntry[],
    indicators: ReadonlyMap<string, IndicatorOfYear>,
  ): Promise<Map<string, DomainError>> {
    const incomplete = this.incompleteOf(entries, indicators);
    const complete = entries.filter(({ id }) => !incomplete.has(id));
    const reasons = [
      incomplete,
      await this.evidence.missing(manager, complete, indicators),
      await this.unexplainedOf(manager, complete, indicators),
      await this.unansweredOf(manager, complete, indicators),
    ];
    return new Map(
      entries.flatMap(({ id }) => {
        const refusal = together(reasons.flatMap((refusals) => refusals.get(id) ?? []));
        return refusal ? [[id, refusal] as const] : [];
      }),
    );
  }

  /** A reopened entry may have been emptied, and a revision may ask for something else than what was saved. */
  private incompleteOf(
    entries: readonly ProgressEntry[],
    indicators: ReadonlyMap<string, IndicatorOfYear>,
  ): Map<string, DomainError> {
    return new Map(
      entries.flatMap((entry) => {
        const latest = indicators.get(entry.indicatorId);
        if (!latest) return [];
        const indicator = inForce(latest, entry.month);
        const problems = checkEntry(indicator, entry, this.policies.get(indicator.sheet.policy));
        return problems.length > 0 ? [[entry.id, entryInvalid(indicator.name, entry.month, problems)] as const] : [];
      }),
    );
  }

  private async unansweredOf(
    manager: EntityManager,
    entries: readonly ProgressEntry[],
    indicators: ReadonlyMap<string, IndicatorOfYear>,
  ): Promise<Map<string, DomainError>> {
    const asked = await this.questions.of(manager, entries, indicators);
    return new Map(
      [...asked].flatMap(([{ id, confirmed }, questions]) => {
        const open = questions.filter(({ code }) => !confirmed.includes(code));
        return open.length > 0 ? [[id, confirmationRequired(open)] as const] : [];
      }),
    );
  }

  private async unexplainedOf(
    manager: EntityManager,
    entries: readonly ProgressEntry[],
    indicators: ReadonlyMap<string, IndicatorOfYear>,
  ): Promise<Map<string, DomainError>> {
    const silent = entries.filter((entry) => !entry.notApplicable && missingReasons(entry).length > 0);
    const reported = await this.entries.reported(manager, [...new Set(silent.map(({ indicatorId }) => indicatorId))]);
    return new Map(
      silent.flatMap((entry) => {
        const indicator = indicators.get(entry.indicatorId);
        const earlier = (reported.get(entry.indicatorId) ?? []).filter(({ month }) => month < entry.month);
        const refusal = indicator && this.unexplained(inForce(indicator, entry.month), entry, earlier);
        return refusal ? [[entry.id, refusal] as const] : [];
      }),
    );
  }

  private unexplained(
    indicator: IndicatorOfYear,
    entry: ProgressEntry,
    earlier: readonly ProgressEntry[],
  ): DomainError | null {
    const policy = this.policies.get(indicator.sheet.policy);
    const deviation = deviationOf(indicator, statisticsOf([...earlier, entry]), entry.month, policy);
    if (!deviation) return null;
    return entryUnexplained(indicator.name, entry.month, deviation, missingReasons(entry));
  }
}

/** All that an entry lacks in one answer, so that it is mended once; the first says what it is about. */
function together([first, ...others]: readonly DomainError[]): DomainError | undefined {
  if (!first || others.length === 0) return first;
  return first.told({ problems: [first, ...others].flatMap(({ problems }) => problems) });
}

const missingReasons = (entry: ProgressEntry) => REASONS.filter((field) => !saysSomething(entry[field]));
