import { Body, Controller, Param, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Access } from '../../common/access/access.decorator.js';
import { Id, SeenVersion } from '../../common/http/parameters.js';
import { LinkGoalDto } from './dto/goal.dto.js';
import { GoalsService } from './goals.service.js';
import { MANAGERS } from '../../domain/roles.js';

@ApiTags('targets')
@Controller('goals')
export class GoalsController {
  constructor(private readonly goals: GoalsService) {}

  @Put(':id/indicators')
  @Access({ roles: MANAGERS, row: { resource: 'goal', parameter: 'id' } })
  link(@Param('id', Id) id: string, @SeenVersion() version: number | null, @Body() body: LinkGoalDto) {
    return this.goals.link(id, version, body.indicatorIds);
  }
}
