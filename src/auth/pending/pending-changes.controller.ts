import { Body, Controller, Delete, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Access, CurrentActor } from '../../common/access/access.decorator.js';
import type { Actor } from '../../common/access/actor.js';
import { ConfirmedDto } from '../../common/http/confirmed.dto.js';
import { Id } from '../../common/http/parameters.js';
import { ROLES } from '../../domain/roles.js';
import { PendingChangesService } from './pending-changes.service.js';

/** Changes of accounts that wait for a second person. */
@ApiTags('users')
@Controller('pending-changes')
export class PendingChangesController {
  constructor(private readonly changes: PendingChangesService) {}

  /** For the administrators all of them, for others those of their own account. */
  @Get()
  @Access({ roles: ROLES })
  async list(@CurrentActor() actor: Actor) {
    return { items: await this.changes.list(actor), nextCursor: null };
  }

  /** With the password. Does it: another security administrator at once, whoever asked when its time has come. */
  @Post(':id/approval')
  @HttpCode(200)
  @Access({ roles: ['security-administrator'], inSession: true, confirmed: true })
  approve(@Param('id', Id) id: string, @Body() _: ConfirmedDto, @CurrentActor() actor: Actor) {
    return this.changes.approve(actor, id);
  }

  @Delete(':id')
  @HttpCode(204)
  @Access({ roles: ['security-administrator'], inSession: true })
  withdraw(@Param('id', Id) id: string) {
    return this.changes.withdraw(id);
  }
}
