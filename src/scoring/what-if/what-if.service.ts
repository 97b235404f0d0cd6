import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { v7 as uuid } from 'uuid';
import { deleteVersioned, insertRow, updateVersioned } from '../../audit/versioned.js';
import { NotFoundError } from '../../domain/domain-error.js';
import type { SaveScenarioDto, WhatIfDto } from './dto/what-if.dto.js';
import { Scenario } from './scenario.entity.js';
import type { ScoredSheet } from '../scored-sheet.js';
import { ScoringService } from '../scoring.service.js';

const WHAT = { zh: '情景', en: 'scenario' };

/** A sheet's score as it would be, and scenarios that were saved. Nothing of it touches the sheet. */
@Injectable()
export class WhatIfService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly scoring: ScoringService,
  ) {}

  score(sheetId: string, { asOf, policy, entries }: WhatIfDto): Promise<ScoredSheet> {
    return this.scoring.scoreAssuming(sheetId, entries, asOf, policy);
  }

  list(sheetId: string): Promise<Scenario[]> {
    return this.dataSource.manager.find(Scenario, { where: { sheetId }, order: { id: 'ASC' } });
  }

  /** @throws DomainError `what-if-invalid`: what cannot be scored is not saved */
  async save(sheetId: string, scenario: SaveScenarioDto, savedBy: string): Promise<Scenario> {
    const content = await this.checked(sheetId, scenario);
    return insertRow(this.dataSource.manager, Scenario, { ...content, id: uuid(), sheetId, savedBy });
  }

  async change(sheetId: string, id: string, version: number | null, scenario: SaveScenarioDto): Promise<Scenario> {
    await this.find(sheetId, id);
    const content = await this.checked(sheetId, scenario);
    return updateVersioned(this.dataSource.manager, Scenario, { id, version }, content, WHAT);
  }

  async remove(sheetId: string, id: string, version: number | null): Promise<void> {
    await this.find(sheetId, id);
    await deleteVersioned(this.dataSource.manager, Scenario, { id, version }, WHAT);
  }

  /** The scenario of this sheet: that of another one does not exist here. */
  private async find(sheetId: string, id: string): Promise<Scenario> {
    const scenario = await this.dataSource.manager.findOneBy(Scenario, { id, sheetId });
    if (!scenario) throw new NotFoundError(WHAT);
    return scenario;
  }

  private async checked(sheetId: string, { name, asOf, policy, entries }: SaveScenarioDto) {
    await this.score(sheetId, { asOf, policy, entries });
    return { name, asOf: asOf ?? null, policy: policy ?? null, entries };
  }
}
