import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Access, CurrentActor } from '../../common/access/access.decorator.js';
import type { Actor } from '../../common/access/actor.js';
import { READERS } from '../../domain/roles.js';
import { EvidenceChecklistQuery } from './dto/evidence-checklist.query.js';
import { EvidenceChecklistService } from './evidence-checklist.service.js';

@ApiTags('evidence')
@Controller('evidence-checklist')
export class EvidenceChecklistController {
  constructor(private readonly checklist: EvidenceChecklistService) {}

  /** Of each indicator that is entered in the month: which evidence is asked for, what is there, and what lacks. */
  @Get()
  @Access({ roles: READERS })
  async list(@Query() query: EvidenceChecklistQuery, @CurrentActor() actor: Actor) {
    return { items: await this.checklist.of(query, actor), nextCursor: null };
  }
}
