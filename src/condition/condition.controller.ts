import { Controller, Get } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Access } from '../common/access/access.decorator.js';
import { ConditionService } from './condition.service.js';

@ApiTags('operations')
@Access({ roles: ['system-administrator'] })
@Controller('condition')
export class ConditionController {
  constructor(private readonly condition: ConditionService) {}

  /** What is wrong with the installation, and what to do; errors first. */
  @Get()
  async troubles() {
    return { items: await this.condition.troubles(), nextCursor: null };
  }
}
