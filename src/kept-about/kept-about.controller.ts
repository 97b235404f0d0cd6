import { Controller, Get, Header, Param } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Access } from '../common/access/access.decorator.js';
import { Id } from '../common/http/parameters.js';
import { type KeptAbout, KeptAboutService } from './kept-about.service.js';

@ApiTags('users')
@Access({ roles: ['security-administrator'] })
@Controller('users/:id/kept-data')
export class KeptAboutController {
  constructor(private readonly kept: KeptAboutService) {}

  /**
   * What is kept about a person, to be handed to them: account, contacts, sign-ins, tokens, mails, and what they did by kind.
   * Names that stand in histories of entries, goals and reports stay there, and are not listed.
   */
  @Get()
  @Header('Content-Disposition', 'attachment; filename="kept-data.json"')
  export(@Param('id', Id) id: string): Promise<KeptAbout> {
    return this.kept.export(id);
  }
}
