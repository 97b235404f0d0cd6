import { Body, Controller, Get, Headers, HttpCode, Post, Put, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Access, CurrentActor } from '../common/access/access.decorator.js';
import type { Actor } from '../common/access/actor.js';
import { Clock } from '../common/clock.js';
import { languageOf } from '../common/http/language.js';
import { SeenVersion } from '../common/http/parameters.js';
import { MailTestDto } from '../delivery/mail/dto/mail-test.dto.js';
import { MailTestService } from '../delivery/mail/mail-test.service.js';
import { ContactProblemsService } from './problems/contact-problems.service.js';
import { PreviewQuery } from './dto/preview.query.js';
import { ReminderRulesDto } from './dto/reminder-rules.dto.js';
import { checkLadder, ReminderRulesService } from './reminder-rules.service.js';
import { RemindersService } from './reminders.service.js';

@ApiTags('reminders')
@Access({ roles: ['performance-office'] })
@Controller()
export class RemindersController {
  constructor(
    private readonly reminders: RemindersService,
    private readonly rules: ReminderRulesService,
    private readonly problems: ContactProblemsService,
    private readonly test: MailTestService,
    private readonly clock: Clock,
  ) {}

  @Get('reminders/rules')
  async readRules() {
    const { version, value } = await this.rules.read();
    return { version, ...value };
  }

  @Put('reminders/rules')
  async changeRules(@SeenVersion() seen: number | null, @Body() body: ReminderRulesDto) {
    const { version, value } = await this.rules.change(seen, body);
    return { version, ...value };
  }

  /**
   * Who would be told what in the coming days, and why, if nobody entered anything meanwhile. `missingYears` have no
   * calendar: Monday to Friday is taken for them.
   */
  @Get('reminders/preview')
  async preview(@Query() { days }: PreviewQuery) {
    const preview = await this.reminders.preview(this.clock.now(), days);
    return { items: preview.days, missingYears: preview.missingYears, nextCursor: null };
  }

  /** The same as it would be by the rules of the body, which stay a thought: nothing is stored. */
  @Post('reminders/preview')
  @HttpCode(200)
  async previewOther(@Query() { days }: PreviewQuery, @Body() rules: ReminderRulesDto) {
    checkLadder(rules);
    const preview = await this.reminders.preview(this.clock.now(), days, rules);
    return { items: preview.days, missingYears: preview.missingYears, nextCursor: null };
  }

  /** Whom reminders do not reach, what answers to nobody, and reporters who were reminded and have never reported. */
  @Get('reminders/contact-problems')
  async contactProblems() {
    return { items: await this.problems.list(), nextCursor: null };
  }

  /** As `POST /mails/test`, for the office that wants to know whether its reminders arrive. */
  @Post('reminders/mail-test')
  @HttpCode(200)
  @Access({ roles: ['performance-office'], limit: { name: 'mail-test', perMinute: 5 } })
  testMail(@Body() { to }: MailTestDto, @CurrentActor() actor: Actor, @Headers('accept-language') accepted?: string) {
    return this.test.send(to, actor, languageOf(accepted));
  }
}
