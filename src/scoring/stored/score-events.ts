import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { EventsService } from '../../events/events.service.js';
import { type SheetChange, SheetChanges } from '../../targets/sheets/sheet-changes.js';
import { TargetSheet } from '../../targets/sheets/target-sheet.entity.js';

/** Open pages are told when a sheet's scores become other ones. */
@Injectable()
export class ScoreEvents implements OnModuleInit {
  constructor(
    private readonly changes: SheetChanges,
    private readonly events: EventsService,
  ) {}

  onModuleInit(): void {
    this.changes.subscribe((manager, change) => this.tell(manager, change));
  }

  private async tell(manager: EntityManager, { sheetId, fromMonth }: SheetChange): Promise<void> {
    const { departmentId } = await manager.findOneOrFail(TargetSheet, {
      select: { id: true, departmentId: true },
      where: { id: sheetId },
    });
    const data = { sheetId, departmentId, fromMonth };
    await this.events.publish(manager, { name: 'score-changed', audience: { departmentId }, data });
  }
}
