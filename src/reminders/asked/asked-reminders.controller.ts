import { Controller, HttpCode, Param, Post } from '@nestjs/common';
import { ApiParam, ApiTags } from '@nestjs/swagger';
import { Access, CurrentActor } from '../../common/access/access.decorator.js';
import type { Actor } from '../../common/access/actor.js';
import { Idempotent } from '../../common/http/idempotency/idempotent.decorator.js';
import { Id, MonthParameter } from '../../common/http/parameters.js';
import { MANAGERS } from '../../domain/roles.js';
import { AskedRemindersService } from './asked-reminders.service.js';

@ApiTags('reminders')
@ApiParam({ name: 'id' })
@ApiParam({ name: 'month', example: '2026-03' })
@Controller('indicators/:id/progress/:month/reminders')
export class AskedRemindersController {
  constructor(private readonly asked: AskedRemindersService) {}

  /** Reminds whoever answers for the entry now; the same person of the same entry at most once a day. `told`: their names. */
  @Post()
  @HttpCode(201)
  @Idempotent()
  @Access({ roles: MANAGERS, row: { resource: 'indicator', parameter: 'id' } })
  async ask(
    @Param('id', Id) indicatorId: string,
    @Param('month', MonthParameter) month: string,
    @CurrentActor() actor: Actor,
  ) {
    return { told: await this.asked.ask(indicatorId, month, actor) };
  }
}
