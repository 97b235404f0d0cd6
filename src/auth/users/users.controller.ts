import { Body, Controller, Get, HttpCode, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Access, CurrentActor } from '../../common/access/access.decorator.js';
import type { Actor } from '../../common/access/actor.js';
import { PageQuery } from '../../common/http/page.js';
import { Id, SeenVersion } from '../../common/http/parameters.js';
import { CreateUserDto, HandoverDto, UpdateUserDto } from './dto/user.dto.js';
import { ownAccount } from './errors.js';
import { HandoverService } from './handover.service.js';
import { UsersService } from './users.service.js';

/** What lets somebody do more, or shuts them out. */
const NOT_ONES_OWN = ['role', 'departmentId', 'sectionIds', 'disabled'] as const;

@ApiTags('users')
@Access({ roles: ['security-administrator'] })
@Controller('users')
export class UsersController {
  constructor(
    private readonly users: UsersService,
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

  /** The one-time password is shown this once. */
  @Post()
  create(@Body() body: CreateUserDto) {
    return this.users.create(body);
  }

  @Patch(':id')
  update(
    @Param('id', Id) id: string,
    @SeenVersion() version: number | null,
    @Body() body: UpdateUserDto,
    @CurrentActor() { userId }: Actor,
  ) {
    if (id === userId && NOT_ONES_OWN.some((field) => body[field] !== undefined)) throw ownAccount();
    return this.users.update(id, version, body);
  }

  @Post(':id/password-reset')
  @HttpCode(200)
  async resetPassword(@Param('id', Id) id: string, @CurrentActor() { userId }: Actor) {
    if (id === userId) throw ownAccount();
    return { password: await this.users.resetPassword(id) };
  }

  @Post(':id/handover')
  @HttpCode(200)
  handOver(@Param('id', Id) id: string, @SeenVersion() version: number | null, @Body() body: HandoverDto) {
    return this.handover.handOver(id, version, body);
  }
}
