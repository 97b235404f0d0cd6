import { Body, Controller, Get, Headers, HttpCode, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Access, CurrentScope } from '../../common/access/access.decorator.js';
import type { Scope } from '../../common/access/actor.js';
import { Idempotent } from '../../common/http/idempotency/idempotent.decorator.js';
import { languageOf } from '../../common/http/language.js';
import { problemOf } from '../../common/http/problem-details.js';
import { MANAGERS } from '../../domain/roles.js';
import { OwnDto, OwnersQuery } from './dto/owners.dto.js';
import { OwnersService } from './owners.service.js';

/** Which section enters which indicator. */
@ApiTags('targets')
@Access({ roles: MANAGERS })
@Controller('indicators/owners')
export class OwnersController {
  constructor(private readonly owners: OwnersService) {}

  /**
   * The indicators of a year with the sections that own them, and for those without one who it probably is: by what the
   * document printed, or by last year. `total` and `unowned` count all that the filters leave.
   */
  @Get()
  list(@Query() query: OwnersQuery, @CurrentScope() scope: Scope) {
    return this.owners.list(query, scope);
  }

  /** Gives many indicators to sections at once; the answer says for each row what became of it. */
  @Post()
  @HttpCode(200)
  @Idempotent()
  async own(@Body() { rows }: OwnDto, @CurrentScope() scope: Scope, @Headers('accept-language') accepted?: string) {
    const outcomes = await this.owners.own(rows, scope);
    const language = languageOf(accepted);
    const refused = outcomes.filter(({ refusal }) => refusal).length;
    return {
      written: outcomes.length - refused,
      refused,
      rows: outcomes.map(({ version, refusal }, index) => ({
        index,
        indicatorId: rows[index]?.indicatorId,
        outcome: refusal ? ('refused' as const) : ('written' as const),
        version,
        problem: refusal && problemOf(refusal, language),
      })),
    };
  }
}
