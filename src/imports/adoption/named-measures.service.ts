import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Indicator } from '../../targets/indicators/indicator.entity.js';
import { MeasuresService } from '../../targets/measures/measures.service.js';
import type { RepairableSheet } from '../repairs/applied/repairable-draft.js';

/** A sheet of a draft, and what became of it. */
export interface AdoptedDraft {
  readonly draft: RepairableSheet;
  readonly sheetId: string;
  readonly departmentId: string;
}

/** Rows of a draft that name one value are entered by one measure from their adoption on. */
@Injectable()
export class NamedMeasures {
  constructor(private readonly measures: MeasuresService) {}

  /** @returns the measures that there were not before. @throws DomainError `measure-unfit` */
  async link(manager: EntityManager, adopted: readonly AdoptedDraft[]): Promise<string[]> {
    const named = new Map<string, { departmentId: string; name: string; indicatorIds: string[] }>();
    for (const { draft, sheetId, departmentId } of adopted) {
      if (draft.indicators.every(({ measure }) => measure === null)) continue;
      const rows = await manager.find(Indicator, { where: { sheetId }, order: { ordinal: 'ASC' } });
      for (const [place, { measure: name }] of draft.indicators.entries()) {
        const indicator = rows[place];
        if (name === null || !indicator) continue;
        const key = `${departmentId} ${name}`;
        const known = named.get(key) ?? { departmentId, name, indicatorIds: [] };
        named.set(key, { ...known, indicatorIds: [...known.indicatorIds, indicator.id] });
      }
    }
    const made: string[] = [];
    for (const measure of named.values()) made.push(...(await this.measures.extend(manager, measure)));
    return made;
  }
}
