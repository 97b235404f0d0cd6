import { Body, Controller, Get, Param, Put, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Access } from '../common/access/access.decorator.js';
import { Clock } from '../common/clock.js';
import { PageQuery } from '../common/http/page.js';
import { Id, SeenVersion } from '../common/http/parameters.js';
import { ContactProblemsService } from './problems/contact-problems.service.js';
import { PreviewQuery } from './dto/preview.query.js';
import { ReminderRulesDto } from './dto/reminder-rules.dto.js';
import { NotificationsService } from './notifications.service.js';
import { ReminderRulesService } from './reminder-rules.service.js';
import { RemindersService } from './reminders.service.js';

@ApiTags('reminders')
@Access({ roles: ['performance-office'] })
@Controller()
export class RemindersController {
  constructor(
    private readonly reminders: RemindersService,
    private readonly rules: ReminderRulesService,
    private readonly notifications: NotificationsService,
    private readonly problems: ContactProblemsService,
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

  /** Whom reminders do not reach, what answers to nobody, and reporters who were reminded and have never reported. */
  @Get('reminders/contact-problems')
  async contactProblems() {
    return { items: await this.problems.list(), nextCursor: null };
  }

  @Get('notifications')
  list(@Query() query: PageQuery) {
    return this.notifications.list(query);
  }

  /** One line of the ledger, with every try to send it. */
  @Get('notifications/:id')
  find(@Param('id', Id) id: string) {
    return this.notifications.find(id);
  }
}
