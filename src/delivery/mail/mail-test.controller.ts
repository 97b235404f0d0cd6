import { Body, Controller, Headers, HttpCode, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Access, CurrentActor } from '../../common/access/access.decorator.js';
import type { Actor } from '../../common/access/actor.js';
import { languageOf } from '../../common/http/language.js';
import { MailTestDto } from './dto/mail-test.dto.js';
import { MailTestService } from './mail-test.service.js';

@ApiTags('operations')
@Controller('mails/test')
export class MailTestController {
  constructor(private readonly test: MailTestService) {}

  /** Sends a mail to try the mail server, at once and past the queue, and tells what the server said to it. */
  @Post()
  @HttpCode(200)
  @Access({
    roles: ['system-administrator'],
    limit: { name: 'mail-test', perMinute: 5 },
  })
  send(@Body() { to }: MailTestDto, @CurrentActor() actor: Actor, @Headers('accept-language') accepted?: string) {
    return this.test.send(to, actor, languageOf(accepted));
  }
}
