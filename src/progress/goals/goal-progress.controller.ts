import { Body, Controller, Get, Param, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Access, CurrentActor } from '../../common/access/access.decorator.js';
import type { Actor } from '../../common/access/actor.js';
import { Id, MonthParameter, SeenVersion } from '../../common/http/parameters.js';
import { GoalProgressDto } from './dto/goal-progress.dto.js';
import { GoalProgressService } from './goal-progress.service.js';
import { ENTERERS, READERS } from '../../domain/roles.js';

const ROW = { resource: 'goal', parameter: 'id' } as const;

@ApiTags('progress')
@Controller('goals/:id/progress')
export class GoalProgressController {
  constructor(private readonly progress: GoalProgressService) {}

  /** The line of every month that has one. */
  @Get()
  @Access({ roles: READERS, row: ROW })
  async months(@Param('id', Id) goalId: string) {
    return { items: await this.progress.months(goalId), nextCursor: null };
  }

  @Get(':month')
  @Access({ roles: READERS, row: ROW })
  find(@Param('id', Id) goalId: string, @Param('month', MonthParameter) month: string) {
    return this.progress.find({ goalId, month });
  }

  @Get(':month/history')
  @Access({ roles: READERS, row: ROW })
  async history(@Param('id', Id) goalId: string, @Param('month', MonthParameter) month: string) {
    return { items: await this.progress.history({ goalId, month }), nextCursor: null };
  }

  @Put(':month')
  @Access({ roles: ENTERERS, row: ROW, ownSection: true })
  write(
    @Param('id', Id) goalId: string,
    @Param('month', MonthParameter) month: string,
    @SeenVersion() version: number | null,
    @Body() { text }: GoalProgressDto,
    @CurrentActor() { name }: Actor,
  ) {
    return this.progress.write({ goalId, month }, version, text, name);
  }
}
