import { Body, Controller, Get, HttpCode, Param, Patch, Post, Query, Req } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { Access, CurrentActor } from '../../common/access/access.decorator.js';
import type { Actor } from '../../common/access/actor.js';
import { PageQuery } from '../../common/http/page.js';
import { Id, SeenVersion } from '../../common/http/parameters.js';
import { ChangeUserDto, CreateUserDto, HandoverDto } from './dto/user.dto.js';
import { ownAccount } from './errors.js';
import { HandoverService } from './handover.service.js';
import { AskedChangesService } from '../pending/asked-changes.service.js';
import { Confirmation } from '../sign-in/confirmation.js';
import { UsersService } from './users.service.js';

/** What lets somebody do more, or shuts them out. */
const NOT_ONES_OWN = ['role', 'departmentId', 'sectionIds', 'disabled'] as const;
/** What leads the account's warnings, or its owner's way in, elsewhere. */
const CONFIRMED = ['email', 'oidcSubject'] as const;

@ApiTags('users')
@Access({ roles: ['security-administrator'] })
@Controller('users')
export class UsersController {
  constructor(
    private readonly users: UsersService,
    private readonly changes: AskedChangesService,
    private readonly handover: HandoverService,
    private readonly confirmation: Confirmation,
  ) {}

  @Get()
  list(@Query() query: PageQuery) {
    return this.users.list(query);
  }

  @Get(':id')
  find(@Param('id', Id) id: string) {
    return this.users.find(id);
  }

  /** The one-time password is shown this once. What takes two persons answers `waiting` instead. */
  @Post()
  create(@Body() body: CreateUserDto, @CurrentActor() actor: Actor) {
    return this.changes.create(actor, body);
  }

  /**
   * An address or an identity changes with one's own password, `current`. What takes two persons is not done yet: then `waiting` says so, beside the account as it is.
   */
  @Patch(':id')
  async update(
    @Param('id', Id) id: string,
    @SeenVersion() version: number | null,
    @Body() { current, ...changes }: ChangeUserDto,
    @CurrentActor() actor: Actor,
    @Req() request: FastifyRequest,
  ) {
    const sets = (fields: readonly (keyof typeof changes)[]): boolean =>
      fields.some((field) => changes[field] !== undefined);
    if (id === actor.userId && sets(NOT_ONES_OWN)) throw ownAccount();
    if (sets(CONFIRMED)) await this.confirmation.confirm(actor, current, request);
    const { user, waiting } = await this.changes.change(actor, id, version, changes);
    return { ...(user ?? (await this.users.find(id))), waiting };
  }

  @Post(':id/password-reset')
  @HttpCode(200)
  async resetPassword(@Param('id', Id) id: string, @CurrentActor() actor: Actor) {
    if (id === actor.userId) throw ownAccount();
    const { password, waiting } = await this.changes.reset(actor, 'password-reset', id);
    return { password, waiting };
  }

  @Post(':id/handover')
  @HttpCode(200)
  handOver(@Param('id', Id) id: string, @SeenVersion() version: number | null, @Body() body: HandoverDto) {
    return this.handover.handOver(id, version, body);
  }
}
