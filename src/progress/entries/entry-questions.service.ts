import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { MonthlyEntry } from '../../domain/indicator.js';
import { entryQuestions, type EntryQuestionCode, type Question } from '../../domain/entries/questions.js';
import { inForce } from '../../targets/revisions/in-force.js';
import type { IndicatorOfYear } from '../../targets/indicators/indicators.service.js';
import { type EntryKey, ProgressRepository } from './progress.repository.js';

/** What is to be asked about entries, given what was reported of their other months. */
@Injectable()
export class EntryQuestionsService {
  constructor(private readonly entries: ProgressRepository) {}

  /** Those that nothing is asked about are left out. */
  async of<Entry extends EntryKey & MonthlyEntry>(
    manager: EntityManager,
    entries: readonly Entry[],
    indicators: ReadonlyMap<string, IndicatorOfYear>,
  ): Promise<Map<Entry, Question<EntryQuestionCode>[]>> {
    const reported = await this.entries.reported(manager, [...new Set(entries.map(({ indicatorId }) => indicatorId))]);
    return new Map(
      entries.flatMap((entry) => {
        const indicator = indicators.get(entry.indicatorId);
        const others = reported.get(entry.indicatorId) ?? [];
        const questions = indicator ? entryQuestions(inForce(indicator, entry.month), entry, others) : [];
        return questions.length > 0 ? [[entry, questions] as const] : [];
      }),
    );
  }
}
