import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Access } from '../common/access/access.decorator.js';
import { Clock } from '../common/clock.js';
import { RunJobDto } from './dto/run-job.dto.js';
import { onlyDryRun, runTaken } from './errors.js';
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
   * 409 when the job is under way, or was run in this minute already. `at` only with `dryRun`: in earnest for a time to come,
   * mails would go out before their day; for one that is gone, a backup would take the place of that day's. Whatever an
   * outage left undone, a run of now does.
   */
  @Post(':name/runs')
  @HttpCode(200)
  async run(@Param('name') name: string, @Body() { dryRun = false, at }: RunJobDto) {
    const now = this.clock.now();
    if (dryRun) return { dryRun, preview: await this.jobs.preview(name, at ? new Date(at) : now) };
    if (at) throw onlyDryRun();
    const result = await this.jobs.run(name, now);
    if (!result) throw runTaken();
    return { dryRun, result };
  }
}
