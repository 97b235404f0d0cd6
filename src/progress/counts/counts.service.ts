import { Injectable } from '@nestjs/common';
import { ConflictError, NotFoundError } from '../../domain/domain-error.js';
import { exact } from '../../domain/exact.js';
import type { CountsDto } from './dto/counts.dto.js';
import type { ProgressEntry } from '../entries/progress-entry.entity.js';
import type { EntryKey } from '../entries/progress.repository.js';
import { ProgressService } from '../entries/progress.service.js';

const ATTEMPTS = 5;
const COUNTS = ['value', 'numerator', 'denominator'] as const;

/**
 * Counts that another system reports by itself. It has seen no version: its last report holds until the month is
 * submitted, and what people wrote beside the counts stays. The same report again changes nothing.
 */
@Injectable()
export class CountsService {
  constructor(private readonly progress: ProgressService) {}

  /** @throws DomainError `state-conflict` once the month is submitted with other counts, `entry-invalid`, `month-closed` */
  async report(key: EntryKey, counts: CountsDto, actor: string): Promise<ProgressEntry> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await this.reportOnce(key, counts, actor);
      } catch (error) {
        // Somebody saved at this very moment: what they wrote is kept beside the counts.
        if (!(error instanceof ConflictError) || attempt === ATTEMPTS) throw error;
      }
    }
  }

  private async reportOnce(key: EntryKey, counts: CountsDto, actor: string): Promise<ProgressEntry> {
    const current = await this.find(key);
    if (current && isSame(current, counts)) return current;
    const { deviationReason, correctiveMeasure, note } = current ?? {};
    const content = { ...counts, deviationReason, correctiveMeasure, note };
    return this.progress.save({ ...key, version: current?.version ?? null, actor, onBehalfOf: null }, content);
  }

  private async find(key: EntryKey): Promise<ProgressEntry | null> {
    try {
      return await this.progress.find(key);
    } catch (error) {
      if (error instanceof NotFoundError) return null;
      throw error;
    }
  }
}

function isSame(entry: ProgressEntry, counts: CountsDto): boolean {
  return COUNTS.every((name) => {
    const [stored, told] = [entry[name], counts[name] ?? null];
    return stored === null || told === null ? stored === told : exact(stored).equals(exact(told));
  });
}
