import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Access } from '../common/access/access.decorator.js';
import { Clock } from '../common/clock.js';
import { PageQuery } from '../common/http/page.js';
import { PreviewQuery } from './dto/preview.query.js';
import { NotificationsService } from './notifications.service.js';
import { RemindersService } from './reminders.service.js';

@ApiTags('reminders')
@Controller()
export class RemindersController {
  constructor(
    private readonly reminders: RemindersService,
    private readonly notifications: NotificationsService,
    private readonly clock: Clock,
  ) {}

  /** Who would be told what in the coming days if nobody entered anything meanwhile. */
  @Get('reminders/preview')
  @Access({ roles: ['performance-office'] })
  async preview(@Query() { days }: PreviewQuery) {
    return { items: await this.reminders.preview(this.clock.now(), days), nextCursor: null };
  }

  @Get('notifications')
  @Access({ roles: ['performance-office'] })
  list(@Query() query: PageQuery) {
    return this.notifications.list(query);
  }
}
