import { Body, Controller, Headers, HttpCode, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Access, CurrentActor } from '../../common/access/access.decorator.js';
import type { Actor } from '../../common/access/actor.js';
import { Idempotent } from '../../common/http/idempotency/idempotent.decorator.js';
import { bulkAnswer } from './bulk-answer.js';
import { BulkService } from './bulk.service.js';
import { BulkMoveDto, BulkMoveWithReasonDto, bulkOptions, BulkQuery, BulkSaveDto } from './dto/bulk.dto.js';
import type { Transition } from '../entries/transitions.js';
import { ENTERERS, MANAGERS } from '../../domain/roles.js';

/** Many entries in one request; the answer says for each row what became of it. */
@ApiTags('progress')
@Controller('progress-entries/bulk')
export class BulkController {
  constructor(private readonly bulk: BulkService) {}

  @Post()
  @HttpCode(200)
  @Idempotent()
  @Access({ roles: ENTERERS })
  async save(
    @Body() { month, rows }: BulkSaveDto,
    @Query() query: BulkQuery,
    @CurrentActor() actor: Actor,
    @Headers('accept-language') language?: string,
  ) {
    const toSave = rows.map(({ indicatorId, version = null, empty = false, ...content }) => ({
      indicatorId,
      month,
      version,
      content: empty ? null : content,
    }));
    return bulkAnswer(toSave, await this.bulk.save(toSave, actor, bulkOptions(query)), language);
  }

  @Post('submit')
  @HttpCode(200)
  @Access({ roles: ENTERERS })
  submit(
    @Body() body: BulkMoveDto,
    @Query() query: BulkQuery,
    @CurrentActor() actor: Actor,
    @Headers('accept-language') language?: string,
  ) {
    return this.move('submitted', body, query, actor, language);
  }

  @Post('recall')
  @HttpCode(200)
  @Access({ roles: ENTERERS })
  recall(
    @Body() body: BulkMoveDto,
    @Query() query: BulkQuery,
    @CurrentActor() actor: Actor,
    @Headers('accept-language') language?: string,
  ) {
    return this.move('recalled', body, query, actor, language);
  }

  @Post('approve')
  @HttpCode(200)
  @Access({ roles: MANAGERS, deputies: true })
  approve(
    @Body() body: BulkMoveDto,
    @Query() query: BulkQuery,
    @CurrentActor() actor: Actor,
    @Headers('accept-language') language?: string,
  ) {
    return this.move('approved', body, query, actor, language);
  }

  @Post('return')
  @HttpCode(200)
  @Access({ roles: MANAGERS, deputies: true })
  return(
    @Body() body: BulkMoveWithReasonDto,
    @Query() query: BulkQuery,
    @CurrentActor() actor: Actor,
    @Headers('accept-language') language?: string,
  ) {
    return this.move('returned', body, query, actor, language);
  }

  /** Takes back one's own approval or return within a minute: what was handed in waits again as it was. */
  @Post('withdraw')
  @HttpCode(200)
  @Access({ roles: MANAGERS, deputies: true })
  withdraw(
    @Body() body: BulkMoveDto,
    @Query() query: BulkQuery,
    @CurrentActor() actor: Actor,
    @Headers('accept-language') language?: string,
  ) {
    return this.move('withdrawn', body, query, actor, language);
  }

  @Post('reopen')
  @HttpCode(200)
  @Access({ roles: MANAGERS, deputies: true })
  reopen(
    @Body() body: BulkMoveWithReasonDto,
    @Query() query: BulkQuery,
    @CurrentActor() actor: Actor,
    @Headers('accept-language') language?: string,
  ) {
    return this.move('reopened', body, query, actor, language);
  }

  private async move(
    transition: Transition,
    { rows, reason }: BulkMoveDto & { readonly reason?: string },
    query: BulkQuery,
    actor: Actor,
    language: string | undefined,
  ) {
    return bulkAnswer(rows, await this.bulk.move(transition, rows, actor, bulkOptions(query), reason), language);
  }
}
