import type { EntityManager } from 'typeorm';
import { v7 as uuid } from 'uuid';
import type { Grade } from '../../src/domain/indicator.js';
import {
  type ApprovedContent,
  type EntryStatus,
  ProgressEntry,
} from '../../src/progress/entries/progress-entry.entity.js';

type Values = Omit<ProgressEntry, 'indicator' | 'version'>;

/** An approved entry of the value 5 until it is told otherwise. */
export class EntryFactory {
  private constructor(private readonly values: Values) {}

  static of(indicatorId: string, month: string): EntryFactory {
    return new EntryFactory({
      id: uuid(),
      indicatorId,
      month,
      value: '5',
      numerator: null,
      denominator: null,
      grade: null,
      coefficient: null,
      completedOn: null,
      notApplicable: false,
      notApplicableReason: null,
      deviationReason: null,
      correctiveMeasure: null,
      note: null,
      confirmed: [],
      status: 'approved',
      authors: [],
      submittedBy: 'test',
      submittedAt: new Date(0),
      late: false,
      lastApproved: null,
      updatedAt: new Date(0),
    });
  }

  value(value: string): EntryFactory {
    return this.with({ value });
  }

  cases(numerator: string, denominator: string): EntryFactory {
    return this.with({ value: null, numerator, denominator });
  }

  graded(grade: Grade, coefficient: string): EntryFactory {
    return this.with({ value: null, grade, coefficient });
  }

  completedOn(completedOn: string): EntryFactory {
    return this.with({ value: null, completedOn });
  }

  notApplicable(notApplicableReason = '本月无此项工作'): EntryFactory {
    return this.with({ value: null, notApplicable: true, notApplicableReason });
  }

  in(status: EntryStatus): EntryFactory {
    return this.with({ status });
  }

  /** Approved like this, and reopened: since then it is in this state and says something else. */
  reopened(status: Exclude<EntryStatus, 'approved'>, now: Partial<ApprovedContent>): EntryFactory {
    const { value, numerator, denominator, grade, coefficient, completedOn, notApplicable } = this.values;
    const lastApproved = { value, numerator, denominator, grade, coefficient, completedOn, notApplicable };
    return this.with({ ...now, status, lastApproved });
  }

  async insert(manager: EntityManager): Promise<ProgressEntry> {
    await manager.insert(ProgressEntry, this.values);
    return manager.findOneByOrFail(ProgressEntry, { id: this.values.id });
  }

  private with(changes: Partial<Values>): EntryFactory {
    return new EntryFactory({ ...this.values, ...changes });
  }
}
