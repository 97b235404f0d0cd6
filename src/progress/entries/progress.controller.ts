import { Body, Controller, Delete, Get, HttpCode, Param, Post, Put } from '@nestjs/common';
import { ApiParam, ApiTags } from '@nestjs/swagger';
import { Access } from '../../common/access/access.decorator.js';
import { Id, MonthParameter } from '../../common/http/parameters.js';
import { ReasonDto, SaveEntryDto } from './dto/entry.dto.js';
import { RequestedAction } from './requested-action.decorator.js';
import { type EntryAction, ProgressService } from './progress.service.js';
import { ENTERERS, MANAGERS, READERS } from '../../domain/roles.js';

const ROW = { resource: 'indicator', parameter: 'id' } as const;

@ApiTags('progress')
@ApiParam({ name: 'id' })
@ApiParam({ name: 'month', example: '2026-03' })
@Controller('indicators/:id/progress/:month')
export class ProgressController {
  constructor(private readonly progress: ProgressService) {}

  @Get()
  @Access({ roles: READERS, row: ROW })
  find(@Param('id', Id) indicatorId: string, @Param('month', MonthParameter) month: string) {
    return this.progress.find({ indicatorId, month });
  }

  @Get('history')
  @Access({ roles: READERS, row: ROW })
  async history(@Param('id', Id) indicatorId: string, @Param('month', MonthParameter) month: string) {
    return { items: await this.progress.history({ indicatorId, month }), nextCursor: null };
  }

  @Put()
  @Access({ roles: ENTERERS, row: ROW, ownSection: true })
  save(@RequestedAction() action: EntryAction, @Body() body: SaveEntryDto) {
    return this.progress.save(action, body);
  }

  /** Empties a draft, or what was returned: there is no entry any more, and its history stays. */
  @Delete()
  @HttpCode(204)
  @Access({ roles: ENTERERS, row: ROW, ownSection: true })
  empty(@RequestedAction() action: EntryAction) {
    return this.progress.empty(action);
  }

  @Post('submit')
  @HttpCode(200)
  @Access({ roles: ENTERERS, row: ROW, ownSection: true })
  submit(@RequestedAction() action: EntryAction) {
    return this.progress.move('submitted', action);
  }

  /** By the one who submitted, as long as nobody has approved or returned it. */
  @Post('recall')
  @HttpCode(200)
  @Access({ roles: ENTERERS, row: ROW, ownSection: true })
  recall(@RequestedAction() action: EntryAction) {
    return this.progress.move('recalled', action);
  }

  /** Not by the one who submitted. */
  @Post('approve')
  @HttpCode(200)
  @Access({ roles: MANAGERS, row: ROW, deputies: true })
  approve(@RequestedAction() action: EntryAction) {
    return this.progress.move('approved', action);
  }

  @Post('return')
  @HttpCode(200)
  @Access({ roles: MANAGERS, row: ROW, deputies: true })
  return(@RequestedAction() action: EntryAction, @Body() { reason }: ReasonDto) {
    return this.progress.move('returned', action, reason);
  }

  @Post('reopen')
  @HttpCode(200)
  @Access({ roles: MANAGERS, row: ROW, deputies: true })
  reopen(@RequestedAction() action: EntryAction, @Body() { reason }: ReasonDto) {
    return this.progress.move('reopened', action, reason);
  }
}
