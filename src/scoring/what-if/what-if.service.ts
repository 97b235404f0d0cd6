import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { v7 as uuid } from 'uuid';
import type { Actor } from '../../common/access/actor.js';
import { namesOf } from '../../common/names-of.js';
import { deleteVersioned, insertRow, updateVersioned } from '../../audit/versioned.js';
import { NotFoundError } from '../../domain/domain-error.js';
import type { SaveScenarioDto, WhatIfDto } from './dto/what-if.dto.js';
import { notOwnScenario, tooManyScenarios } from './errors.js';
import { Scenario } from './scenario.entity.js';
import type { ScoredSheet } from '../scored-sheet.js';
import { ScoringService } from '../scoring.service.js';
import { TargetSheet } from '../../targets/sheets/target-sheet.entity.js';

/** Of one person for one sheet: a list that people still find their own in. */
const MOST = 20;
const WHAT = { zh: '情景', en: 'scenario' };

export interface NamedScenario extends Scenario {
  /** As people call whoever saved it first; the user name, where there is no such account any more. */
  readonly savedByName: string;
}

/** Which one, in the version that who changes it has seen. */
export interface Known {
  readonly id: string;
  readonly version: number | null;
  readonly actor: Actor;
}

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

  async list(sheetId: string): Promise<NamedScenario[]> {
    const { manager } = this.dataSource;
    const scenarios = await manager.find(Scenario, { where: { sheetId }, order: { id: 'ASC' } });
    const nameOf = await namesOf(
      manager,
      scenarios.map(({ savedBy }) => savedBy),
    );
    return scenarios.map((scenario) => ({ ...scenario, savedByName: nameOf(scenario.savedBy) }));
  }

  /** @throws DomainError `what-if-invalid`: what cannot be scored is not saved; `too-many-scenarios` */
  async save(
    sheetId: string,
    scenario: SaveScenarioDto,
    { name: savedBy, userId: savedById }: Actor,
  ): Promise<Scenario> {
    const content = await this.checked(sheetId, scenario);
    return this.dataSource.transaction(async (manager) => {
      // Of those who save at the same moment the next one counts what the first has saved.
      await manager.findOne(TargetSheet, { where: { id: sheetId }, lock: { mode: 'for_no_key_update' } });
      if ((await manager.countBy(Scenario, { sheetId, savedById })) >= MOST) throw tooManyScenarios(MOST);
      return insertRow(manager, Scenario, { ...content, id: uuid(), sheetId, savedBy, savedById });
    });
  }

  /** @throws DomainError `what-if-invalid`, `not-own-scenario` */
  async change(sheetId: string, { id, version, actor }: Known, scenario: SaveScenarioDto): Promise<Scenario> {
    await this.findOwn(sheetId, id, actor);
    const content = await this.checked(sheetId, scenario);
    return updateVersioned(this.dataSource.manager, Scenario, { id, version }, content, WHAT);
  }

  /** @throws DomainError `not-own-scenario` */
  async remove(sheetId: string, { id, version, actor }: Known): Promise<void> {
    await this.findOwn(sheetId, id, actor);
    await deleteVersioned(this.dataSource.manager, Scenario, { id, version }, WHAT);
  }

  /** The scenario of this sheet: that of another one does not exist here. Reporters change their own alone. */
  private async findOwn(sheetId: string, id: string, { role, userId }: Actor): Promise<void> {
    const scenario = await this.dataSource.manager.findOneBy(Scenario, { id, sheetId });
    if (!scenario) throw new NotFoundError(WHAT);
    if (role === 'reporter' && scenario.savedById !== userId) throw notOwnScenario();
  }

  private async checked(sheetId: string, { name, asOf, policy, entries }: SaveScenarioDto) {
    await this.score(sheetId, { asOf, policy, entries });
    return { name, asOf: asOf ?? null, policy: policy ?? null, entries };
  }
}
