import { Body, Controller, Get, HttpCode, Param, Post, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { LOCAL_OPERATOR } from '../common/actor.js';
import { Clock } from '../common/clock.js';
import { Id, MonthParameter, SeenVersion } from '../common/http/parameters.js';
import { ReasonDto, SaveEntryDto } from './dto/entry.dto.js';
import { ProgressService, type Transition } from './progress.service.js';

@ApiTags('progress')
@Controller('indicators/:id/progress/:month')
export class ProgressController {
  constructor(
    private readonly progress: ProgressService,
    private readonly clock: Clock,
  ) {}

  @Get()
  find(@Param('id', Id) indicatorId: string, @Param('month', MonthParameter) month: string) {
    return this.progress.find({ indicatorId, month });
  }

  @Get('history')
  async history(@Param('id', Id) indicatorId: string, @Param('month', MonthParameter) month: string) {
    return { items: await this.progress.history({ indicatorId, month }), nextCursor: null };
  }

  @Put()
  save(
    @Param('id', Id) indicatorId: string,
    @Param('month', MonthParameter) month: string,
    @SeenVersion() version: number | null,
    @Body() body: SaveEntryDto,
  ) {
    return this.progress.save({ indicatorId, month, version, actor: LOCAL_OPERATOR, at: this.clock.now() }, body);
  }

  @Post('submit')
  @HttpCode(200)
  submit(
    @Param('id', Id) id: string,
    @Param('month', MonthParameter) month: string,
    @SeenVersion() version: number | null,
  ) {
    return this.move('submitted', id, month, version);
  }

  @Post('approve')
  @HttpCode(200)
  approve(
    @Param('id', Id) id: string,
    @Param('month', MonthParameter) month: string,
    @SeenVersion() version: number | null,
  ) {
    return this.move('approved', id, month, version);
  }

  @Post('return')
  @HttpCode(200)
  return(
    @Param('id', Id) id: string,
    @Param('month', MonthParameter) month: string,
    @SeenVersion() version: number | null,
    @Body() { reason }: ReasonDto,
  ) {
    return this.move('returned', id, month, version, reason);
  }

  @Post('reopen')
  @HttpCode(200)
  reopen(
    @Param('id', Id) id: string,
    @Param('month', MonthParameter) month: string,
    @SeenVersion() version: number | null,
    @Body() { reason }: ReasonDto,
  ) {
    return this.move('reopened', id, month, version, reason);
  }

  private move(transition: Transition, indicatorId: string, month: string, version: number | null, reason?: string) {
    const action = { indicatorId, month, version, actor: LOCAL_OPERATOR, at: this.clock.now() };
    return this.progress.move(transition, action, reason);
  }
}
