import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Access, CurrentActor } from '../../common/access/access.decorator.js';
import type { Actor } from '../../common/access/actor.js';
import { ConfirmedDto } from '../../common/http/confirmed.dto.js';
import { Id } from '../../common/http/parameters.js';
import { AskedChangesService } from '../pending/asked-changes.service.js';
import { ownAccount } from '../users/errors.js';
import { SecondFactorsService } from './second-factors.service.js';

/** What others show besides the password, as the security administrator sees it, and ends it for whoever has lost it. */
@ApiTags('users')
@Access({ roles: ['security-administrator'] })
@Controller('users/:id')
export class UserSecondFactorController {
  constructor(
    private readonly factors: SecondFactorsService,
    private readonly changes: AskedChangesService,
  ) {}

  @Get('second-factor')
  find(@Param('id', Id) id: string) {
    return this.factors.of(id);
  }

  /** With one's own password. Theirs alone then lets them in again. For powerful accounts it takes two persons: then `waiting` says so. */
  @Post('second-factor-reset')
  @HttpCode(200)
  @Access({ roles: ['security-administrator'], confirmed: true })
  async reset(@Param('id', Id) id: string, @Body() _: ConfirmedDto, @CurrentActor() actor: Actor) {
    if (id === actor.userId) throw ownAccount();
    const { waiting } = await this.changes.reset(actor, 'second-factor-reset', id);
    return { waiting };
  }
}
