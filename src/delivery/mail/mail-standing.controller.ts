import { Controller, Get } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Access } from '../../common/access/access.decorator.js';
import { MailStandingService } from './mail-standing.service.js';

@ApiTags('operations')
@Access({ roles: ['system-administrator'] })
@Controller('mails/standing')
export class MailStandingController {
  constructor(private readonly standing: MailStandingService) {}

  /** Which mails wait, were refused or given up, and why; whether the mail server takes any. Never whom they are for. */
  @Get()
  find() {
    return this.standing.now();
  }
}
