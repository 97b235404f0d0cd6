import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { type IndicatorOfYear, IndicatorsService } from '../../targets/indicators/indicators.service.js';
import type { SeenEntry } from './entry-writes.repository.js';
import { entryKey, ProgressRepository } from './progress.repository.js';

type Indicators = ReadonlyMap<string, IndicatorOfYear>;

/** Entries of one measure and month hold the same value, so what is done to one of them is done to all. */
@Injectable()
export class LinkedEntries {
  constructor(
    private readonly indicators: IndicatorsService,
    private readonly entries: ProgressRepository,
  ) {}

  /**
   * The entries that go along with each row, held until the transaction ends. Those that stand elsewhere (an indicator
   * was linked later, or another person submitted it) stay behind, and so do all when the row itself will be refused.
   */
  async of(
    manager: EntityManager,
    rows: readonly SeenEntry[],
    known: Indicators,
  ): Promise<{ indicators: Indicators; siblings: ReadonlyMap<SeenEntry, readonly SeenEntry[]> }> {
    const measureIds = new Set(rows.flatMap(({ indicatorId }) => known.get(indicatorId)?.measureId ?? []));
    if (measureIds.size === 0) return { indicators: known, siblings: new Map() };
    const linked = await this.indicators.fedBy([...measureIds], manager);
    const keysOf = ({ indicatorId, month }: SeenEntry) => {
      const measureId = known.get(indicatorId)?.measureId;
      if (measureId == null) return [];
      return linked
        .filter((indicator) => indicator.measureId === measureId)
        .map(({ id }) => ({ indicatorId: id, month }));
    };
    const found = await this.entries.findAll(manager, rows.flatMap(keysOf), 'held');
    const current = new Map(found.map((entry) => [entryKey(entry), entry]));
    const siblings = rows.map((row) => {
      const own = current.get(entryKey(row));
      const others = keysOf(row).flatMap((key) => current.get(entryKey(key)) ?? []);
      const along = others.filter(
        ({ id, status, submittedBy, authors }) =>
          id !== own?.id &&
          status === own?.status &&
          submittedBy === own.submittedBy &&
          authors.join() === own.authors.join(),
      );
      return [row, own?.version === row.version ? along : []] as const;
    });
    return {
      indicators: new Map([...known, ...linked.map((indicator) => [indicator.id, indicator] as const)]),
      siblings: new Map(siblings),
    };
  }
}
