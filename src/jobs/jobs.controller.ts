import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Access } from '../common/access/access.decorator.js';
import { Clock } from '../common/clock.js';
import { RunJobDto } from './dto/run-job.dto.js';
import { inFuture, runTaken } from './errors.js';
import { JobsService } from './jobs.service.js';

@ApiTags('jobs')
@Access({ roles: ['system-administrator'] })
@Controller('jobs')
export class JobsController {
  constructor(
    private readonly jobs: JobsService,
    private readonly clock: Clock,
  ) {}

  @Get()
  async overview() {
    return { items: await this.jobs.overview(), nextCursor: null };
  }

  /**
   * 409 when the job is under way, or was run in that minute already. `at` may lie in the past, as after an outage; in the
   * future only with `dryRun`: mails would go out before their day, and the day itself would find its work done.
   */
  @Post(':name/runs')
  @HttpCode(200)
  async run(@Param('name') name: string, @Body() { dryRun = false, at }: RunJobDto) {
    const moment = at ? new Date(at) : this.clock.now();
    if (dryRun) return { dryRun, preview: await this.jobs.preview(name, moment) };
    if (moment > this.clock.now()) throw inFuture(moment);
    const result = await this.jobs.run(name, moment);
    if (!result) throw runTaken();
    return { dryRun, result };
  }
}
