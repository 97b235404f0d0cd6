import { Controller, Get } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Access } from '../common/access/access.decorator.js';
import { FirstStepsService } from './first-steps.service.js';

@ApiTags('organisation')
@Access({ roles: ['performance-office'] })
@Controller('first-steps')
export class FirstStepsController {
  constructor(private readonly steps: FirstStepsService) {}

  /** What is there on the way from an empty installation to a year that runs, and what lacks. */
  @Get()
  find() {
    return this.steps.standing();
  }
}
