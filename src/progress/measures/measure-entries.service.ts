import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { Today } from '../../common/today.js';
import { ConflictError } from '../../domain/domain-error.js';
import type { Month } from '../../domain/calendar/month.js';
import type { Question } from '../../domain/entries/questions.js';
import { MeasuresService } from '../../targets/measures/measures.service.js';
import type { SaveEntryDto } from '../entries/dto/entry.dto.js';
import { feedsNothing } from '../entries/errors.js';
import { EntryWritesService } from '../entries/entry-writes.service.js';
import type { ProgressEntry } from '../entries/progress-entry.entity.js';
import { ProgressRepository } from '../entries/progress.repository.js';

/** A measure's month: the entries of all the indicators that it feeds. `version` grows with each of theirs; 0: none yet. */
export interface MeasureMonth {
  readonly measureId: string;
  readonly month: Month;
  readonly version: number;
  readonly entries: readonly ProgressEntry[];
}

/** One write for all the indicators that a measure feeds: they all take it, or none does. */
@Injectable()
export class MeasureEntriesService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly measures: MeasuresService,
    private readonly entries: ProgressRepository,
    private readonly writes: EntryWritesService,
    private readonly today: Today,
  ) {}

  async find(measureId: string, month: Month, manager = this.dataSource.manager): Promise<MeasureMonth> {
    const { indicators } = await this.measures.find(measureId, manager);
    const keys = indicators.map(({ id }) => ({ indicatorId: id, month }));
    const entries = await this.entries.findAll(manager, keys);
    return { measureId, month, entries, version: entries.reduce((sum, { version }) => sum + version, 0) };
  }

  /** `questions` are those of all the entries, each once. @throws ConflictError, and DomainErrors as for a single entry */
  save(
    measureId: string,
    month: Month,
    seen: number | null,
    content: SaveEntryDto | null,
    actor: string,
  ): Promise<MeasureMonth & { questions: readonly Question[] }> {
    return this.dataSource.transaction(async (manager) => {
      await this.hold(manager, measureId);
      const current = await this.find(measureId, month, manager);
      if (current.version !== (seen ?? 0)) throw new ConflictError(current, current.version);
      const { indicators } = await this.measures.find(measureId, manager);
      if (indicators.length === 0) throw feedsNothing();
      const versions = new Map(current.entries.map(({ indicatorId, version }) => [indicatorId, version]));
      const rows = indicators.map(({ id }) => ({
        indicatorId: id,
        month,
        version: versions.get(id) ?? null,
        content,
        throughMeasure: true,
      }));
      const context = { actor, at: this.today.now() };
      const asked = new Map<string, Question>();
      for (const outcome of await this.writes.save(rows, context, manager)) {
        if (outcome.refusal) throw outcome.refusal;
        for (const question of outcome.questions) asked.set(question.message.zh, question);
      }
      return { ...(await this.find(measureId, month, manager)), questions: [...asked.values()] };
    });
  }

  /** Two first saves at once would otherwise each see no entries. */
  private async hold(manager: EntityManager, measureId: string): Promise<void> {
    await manager.query('SELECT 1 FROM measure WHERE id = $1 FOR NO KEY UPDATE', [measureId]);
  }
}
