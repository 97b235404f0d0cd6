import { Controller, Get, Header, HttpCode, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Access } from '../../common/access/access.decorator.js';
import { TakesForm } from '../../common/http/bodies.js';
import { optOutPage } from './opt-out-page.js';
import { OptOutService } from './opt-out.service.js';

const LIMIT = { name: 'unsubscribe', perMinute: 30 };

@ApiTags('reminders')
@Access({ roles: 'anybody', limit: LIMIT })
@Controller('unsubscribe')
export class OptOutController {
  constructor(private readonly optOut: OptOutService) {}

  /** Shows a button and changes nothing: programs that look at links before people do must not unsubscribe them. */
  @Get(':token')
  @Header('Content-Type', 'text/html; charset=utf-8')
  async ask(@Param('token') token: string): Promise<string> {
    return optOutPage('ask', token, await this.optOut.contact(token));
  }

  @Post(':token')
  @TakesForm()
  @HttpCode(200)
  @Header('Content-Type', 'text/html; charset=utf-8')
  async leave(@Param('token') token: string): Promise<string> {
    return optOutPage('left', token, await this.optOut.set(token, true));
  }

  @Post(':token/undo')
  @TakesForm()
  @HttpCode(200)
  @Header('Content-Type', 'text/html; charset=utf-8')
  async comeBack(@Param('token') token: string): Promise<string> {
    return optOutPage('back', token, await this.optOut.set(token, false));
  }
}
