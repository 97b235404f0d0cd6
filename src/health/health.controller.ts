import { Controller, Get, type OnModuleDestroy, VERSION_NEUTRAL } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { HealthCheck, HealthCheckService, HealthIndicatorService, TypeOrmHealthIndicator } from '@nestjs/terminus';
import { Access } from '../common/access/access.decorator.js';

const PING_MS = 2_000;

@ApiTags('operations')
@Access({ roles: 'anybody' })
@Controller({ path: 'health', version: VERSION_NEUTRAL })
export class HealthController implements OnModuleDestroy {
  private isStopping = false;

  constructor(
    private readonly health: HealthCheckService,
    private readonly database: TypeOrmHealthIndicator,
    private readonly indicators: HealthIndicatorService,
  ) {}

  /** The first of Nest's shutdown hooks: who asks is sent elsewhere while the last work is done. */
  onModuleDestroy(): void {
    this.isStopping = true;
  }

  /** The process runs. */
  @Get('live')
  live() {
    return { status: 'ok' };
  }

  /** The service can do its work: the database answers, and nobody has told the process to stop. */
  @Get('ready')
  @HealthCheck()
  ready() {
    return this.health.check([() => this.database.pingCheck('database', { timeout: PING_MS }), () => this.stays()]);
  }

  private stays() {
    const indicator = this.indicators.check('process');
    return this.isStopping ? indicator.down('stopping') : indicator.up();
  }
}
