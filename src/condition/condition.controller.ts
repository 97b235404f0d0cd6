import { Controller, Get } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Access } from '../common/access/access.decorator.js';
import { InstallationService } from './installation.service.js';
import { ConditionService } from './condition.service.js';

@ApiTags('operations')
@Access({ roles: ['system-administrator'] })
@Controller('condition')
export class ConditionController {
  constructor(
    private readonly condition: ConditionService,
    private readonly installation: InstallationService,
  ) {}

  /** What is wrong with the installation, and what to do; errors first. */
  @Get()
  async troubles() {
    return { items: await this.condition.troubles(), nextCursor: null };
  }

  /** What runs here, where its data lie and how much room they have, and how old the last backup is. */
  @Get('installation')
  facts() {
    return this.installation.facts();
  }
}
