import { Body, Controller, Get, HttpCode, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Access, CurrentActor } from '../../common/access/access.decorator.js';
import type { Actor } from '../../common/access/actor.js';
import { Today } from '../../common/today.js';
import { OptOutService } from '../../delivery/opt-out/opt-out.service.js';
import { ROLES } from '../../domain/roles.js';
import { OwnMailsDto } from './own-mails.dto.js';
import { OwnMailsService } from './own-mails.service.js';

/** Which mails I get. */
@ApiTags('session')
@Access({ roles: ROLES, inSession: true })
@Controller('session/mails')
export class OwnMailsController {
  constructor(
    private readonly own: OwnMailsService,
    private readonly optOut: OptOutService,
    private readonly today: Today,
  ) {}

  /** For which duties, where to, what of it is optional, and what became of the last ten. */
  @Get()
  find(@CurrentActor() { userId }: Actor) {
    return this.own.of(userId, this.today.date());
  }

  /** Whether I do without alerts and reports, as by the link in such a mail; what I have to do myself I am still told. */
  @Put()
  @HttpCode(204)
  async set(@Body() { optedOut }: OwnMailsDto, @CurrentActor() { userId }: Actor) {
    await this.optOut.setOwn(userId, optedOut);
  }
}
