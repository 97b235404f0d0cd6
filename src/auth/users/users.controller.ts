import { Body, Controller, Get, HttpCode, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Access, CurrentActor } from '../../common/access/access.decorator.js';
import type { Actor } from '../../common/access/actor.js';
import { ConfirmedDto } from '../../common/http/confirmed.dto.js';
import { PageQuery } from '../../common/http/page.js';
import { Id, SeenVersion } from '../../common/http/parameters.js';
import { ChangeUserDto, HandoverDto, NewUserDto } from './dto/user.dto.js';
import { ownAccount } from './errors.js';
import { HandoverService } from './handover.service.js';
import { AskedChangesService } from '../pending/asked-changes.service.js';
import { UsersService } from './users.service.js';

/** What lets somebody do more, or shuts them out. */
const NOT_ONES_OWN = ['role', 'departmentId', 'sectionIds', 'disabled'] as const;
const CONFIRMED = { roles: ['security-administrator'], confirmed: true } as const;

@ApiTags('users')
@Access({ roles: ['security-administrator'] })
@Controller('users')
export class UsersController {
  constructor(
    private readonly users: UsersService,
    private readonly changes: AskedChangesService,
    private readonly handover: HandoverService,
  ) {}

  @Get()
  list(@Query() query: PageQuery) {
    return this.users.list(query);
  }

  @Get(':id')
  find(@Param('id', Id) id: string) {
    return this.users.find(id);
  }

  /** With one's own password. The one-time password is shown this once. What takes two persons answers `waiting` instead. */
  @Post()
  @Access(CONFIRMED)
  create(@Body() body: NewUserDto, @CurrentActor() actor: Actor) {
    return this.changes.create(actor, body);
  }

  /**
   * With one's own password. What takes two persons is not done yet: then `waiting` says so, beside the account as it is.
   */
  @Patch(':id')
  @Access(CONFIRMED)
  async update(
    @Param('id', Id) id: string,
    @SeenVersion() version: number | null,
    @Body() changes: ChangeUserDto,
    @CurrentActor() actor: Actor,
  ) {
    if (id === actor.userId && NOT_ONES_OWN.some((field) => changes[field] !== undefined)) throw ownAccount();
    const { user, waiting } = await this.changes.change(actor, id, version, changes);
    return { ...(user ?? (await this.users.find(id))), waiting };
  }

  /** With one's own password. */
  @Post(':id/password-reset')
  @HttpCode(200)
  @Access(CONFIRMED)
  async resetPassword(@Param('id', Id) id: string, @Body() _: ConfirmedDto, @CurrentActor() actor: Actor) {
    if (id === actor.userId) throw ownAccount();
    const { password, waiting } = await this.changes.reset(actor, 'password-reset', id);
    return { password, waiting };
  }

  /** With one's own password. */
  @Post(':id/handover')
  @HttpCode(200)
  @Access(CONFIRMED)
  handOver(@Param('id', Id) id: string, @SeenVersion() version: number | null, @Body() body: HandoverDto) {
    return this.handover.handOver(id, version, body);
  }
}
