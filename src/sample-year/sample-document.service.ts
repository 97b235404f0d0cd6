import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { EVERYTHING } from '../common/access/actor.js';
import { AdoptionService } from '../imports/adoption/adoption.service.js';
import { ImportsService } from '../imports/imports.service.js';
import type { SampleYear } from './sample-year.js';

/** The published document of the sample year, imported and adopted like any other. */
@Injectable()
export class SampleDocumentService {
  constructor(
    private readonly imports: ImportsService,
    private readonly adoption: AdoptionService,
  ) {}

  /** @returns ids of the target sheets, in the order of the document */
  async adopt(
    manager: EntityManager,
    { year, document }: { readonly year: SampleYear; readonly document: Uint8Array },
    sections: ReadonlyMap<string, string>,
    { actor, at }: { readonly actor: string; readonly at: Date },
  ): Promise<string[]> {
    const caller = { actor, scope: EVERYTHING, at };
    const read = await this.imports.read(document, year.document, caller, manager);
    const decisions = year.sheets.flatMap(({ owners, measures = {} }, sheet) =>
      owners.map((owner, indicator) => ({
        sheet,
        indicator,
        sectionId: sections.get(owner),
        measure: measures[indicator],
      })),
    );
    const waivers = year.sheets.flatMap(({ waiver }, sheet) => (waiver === null ? [] : [{ sheet, reason: waiver }]));
    const adopted = await this.adoption.adopt(read.import.id, null, { decisions, waivers }, caller, manager);
    return adopted.targetSheetIds;
  }
}
