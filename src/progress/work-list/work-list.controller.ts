import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Access, CurrentActor } from '../../common/access/access.decorator.js';
import type { Actor } from '../../common/access/actor.js';
import { WorkListQuery } from './dto/work-list.query.js';
import { WorkListService } from './work-list.service.js';
import { ENTERERS } from '../../domain/roles.js';

@ApiTags('progress')
@Controller('work-list')
export class WorkListController {
  constructor(private readonly workList: WorkListService) {}

  /** What the caller has to enter, to correct and to approve. */
  @Get()
  @Access({ roles: ENTERERS })
  find(@Query() { month }: WorkListQuery, @CurrentActor() actor: Actor) {
    return this.workList.of(actor, month);
  }
}
