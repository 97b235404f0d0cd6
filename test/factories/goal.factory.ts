import type { EntityManager } from 'typeorm';
import { v7 as uuid } from 'uuid';
import { Goal } from '../../src/targets/goals/goal.entity.js';
import type { TargetSheet } from '../../src/targets/sheets/target-sheet.entity.js';

let serial = 0;

/** A goal that no indicator shows yet. */
export class GoalFactory {
  private constructor(private readonly values: Pick<Goal, 'id' | 'sheetId' | 'ordinal' | 'text'>) {}

  static of(sheet: TargetSheet): GoalFactory {
    serial += 1;
    return new GoalFactory({ id: uuid(), sheetId: sheet.id, ordinal: serial, text: `保障第 ${serial} 类会议` });
  }

  async insert(manager: EntityManager): Promise<Goal> {
    await manager.insert(Goal, this.values);
    return manager.findOneByOrFail(Goal, { id: this.values.id });
  }
}
