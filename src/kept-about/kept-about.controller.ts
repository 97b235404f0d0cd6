import { Controller, Get, Header, Param } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Access, CurrentActor } from '../common/access/access.decorator.js';
import type { Actor } from '../common/access/actor.js';
import { Id } from '../common/http/parameters.js';
import { ROLES } from '../domain/roles.js';
import { type KeptAbout, KeptAboutService } from './kept-about.service.js';

/** It looks at every line of the audit log, and each time is a line there itself. */
const LIMIT = { name: 'kept-data', perMinute: 5 };
const AS_FILE = 'attachment; filename="kept-data.json"';

@Controller()
export class KeptAboutController {
  constructor(private readonly kept: KeptAboutService) {}

  /**
   * What is kept about a person, to be handed to them: account, contacts, sign-ins, tokens, mails, and what they did by kind.
   * Names that stand in histories of entries, goals and reports stay there, and are not listed.
   */
  @Get('users/:id/kept-data')
  @ApiTags('users')
  @Access({ roles: ['security-administrator'], limit: LIMIT })
  @Header('Content-Disposition', AS_FILE)
  export(@Param('id', Id) id: string): Promise<KeptAbout> {
    return this.kept.export(id);
  }

  /** The same about whoever asks, in a session of theirs. */
  @Get('session/kept-data')
  @ApiTags('session')
  @Access({ roles: ROLES, inSession: true, limit: LIMIT })
  @Header('Content-Disposition', AS_FILE)
  exportOwn(@CurrentActor() { userId }: Actor): Promise<KeptAbout> {
    return this.kept.export(userId);
  }
}
