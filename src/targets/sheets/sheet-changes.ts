import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Month } from '../../domain/calendar/month.js';

/** Something that a sheet's scores rest on has changed, for `fromMonth` and every later month of the year. */
export interface SheetChange {
  readonly sheetId: string;
  readonly fromMonth: Month;
}

type Listener = (manager: EntityManager, change: SheetChange) => Promise<void>;

/**
 * Tells who depends on a sheet (scores do) that it changed, inside the transaction of the change: both are committed,
 * or neither. Progress and budget need not know who listens.
 */
@Injectable()
export class SheetChanges {
  private readonly listeners: Listener[] = [];

  subscribe(listener: Listener): void {
    this.listeners.push(listener);
  }

  async publish(manager: EntityManager, change: SheetChange): Promise<void> {
    for (const listener of this.listeners) await listener(manager, change);
  }
}
