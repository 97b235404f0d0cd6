import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Access } from '../../common/access/access.decorator.js';
import { Id } from '../../common/http/parameters.js';
import { LedgerQuery } from './ledger.query.js';
import { LedgerService } from './ledger.service.js';

@ApiTags('reminders')
@Access({ roles: ['performance-office'] })
@Controller('notifications')
export class LedgerController {
  constructor(private readonly ledger: LedgerService) {}

  /** Who was told what, when and why, and what became of the mail; newest first. */
  @Get()
  list(@Query() query: LedgerQuery) {
    return this.ledger.list(query);
  }

  /** One line of the ledger, with every try to send it. */
  @Get(':id')
  find(@Param('id', Id) id: string) {
    return this.ledger.find(id);
  }
}
