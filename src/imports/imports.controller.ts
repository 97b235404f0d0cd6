import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Access, CurrentActor, CurrentScope } from '../common/access/access.decorator.js';
import type { Actor, Scope } from '../common/access/actor.js';
import { Clock } from '../common/clock.js';
import { Idempotent } from '../common/http/idempotency/idempotent.decorator.js';
import { Id, SeenVersion, SeenVersionIfGiven } from '../common/http/parameters.js';
import { masked } from '../common/personal-data.js';
import { MeasuresService } from '../targets/measures/measures.service.js';
import { AdoptionService } from './adoption/adoption.service.js';
import { FirstMonthService } from './adoption/first-month.service.js';
import { ProposalsService } from './adoption/proposals/proposals.service.js';
import { AdoptDto, UndoAdoptionDto } from './dto/adopt.dto.js';
import { ImportsQuery } from './dto/imports.query.js';
import { RepairsDto } from './dto/repairs.dto.js';
import { ImportReviewService } from './review/import-review.service.js';
import { type Caller, ImportsService } from './imports.service.js';
import { RepairsService } from './repairs/repairs.service.js';
import { MANAGERS } from '../domain/roles.js';

const ROW = { resource: 'import', parameter: 'id' } as const;

@ApiTags('imports')
@Controller('imports')
export class ImportsController {
  constructor(
    private readonly imports: ImportsService,
    private readonly repairs: RepairsService,
    private readonly adoption: AdoptionService,
    private readonly review: ImportReviewService,
    private readonly measures: MeasuresService,
    private readonly proposals: ProposalsService,
    private readonly firstMonth: FirstMonthService,
    private readonly clock: Clock,
  ) {}

  @Get()
  @Access({ roles: MANAGERS })
  list(@Query() query: ImportsQuery, @CurrentScope() scope: Scope) {
    return this.imports.list(query, scope);
  }

  @Get(':id')
  @Access({ roles: MANAGERS, row: ROW })
  find(@Param('id', Id) id: string, @CurrentScope() scope: Scope) {
    return this.imports.find(id, scope);
  }

  /** Changes the draft: all repairs in this order, or none. The answer is the draft as it stands then, its doubts asked anew. */
  @Post(':id/repairs')
  @Idempotent()
  @Access({ roles: MANAGERS, row: ROW })
  @HttpCode(200)
  repair(
    @Param('id', Id) id: string,
    @SeenVersion() version: number | null,
    @Body() { repairs }: RepairsDto,
    @CurrentActor() actor: Actor,
  ) {
    return this.repairs.repair(id, version, repairs, this.caller(actor));
  }

  /** Every change of the draft: who, when, and what from what to what. */
  @Get(':id/repairs')
  @Access({ roles: MANAGERS, row: ROW })
  history(@Param('id', Id) id: string) {
    return this.repairs.history(id);
  }

  /** What differs from sheets that were adopted before, as when a newer version of a document is imported. */
  @Get(':id/differences')
  @Access({ roles: MANAGERS, row: ROW })
  async differences(@Param('id', Id) id: string, @CurrentScope() scope: Scope) {
    return { sheets: await this.review.differences(id, scope) };
  }

  /**
   * What the adoption can take from the document beyond its sheets; it takes what its `proposals` name by these keys.
   * `firstMonth`: where months of the sheets' year are past their due date, the first that is not; null: none, or all are.
   */
  @Get(':id/proposals')
  @Access({ roles: MANAGERS, row: ROW })
  async proposed(@Param('id', Id) id: string, @CurrentScope() scope: Scope) {
    const held = await this.imports.find(id, scope);
    const items = (await this.proposals.of(held, scope)).map(masked);
    return { items, firstMonth: await this.firstMonth.proposed(held, this.clock.now()) };
  }

  /**
   * With If-Match only if nobody has changed the draft meanwhile. The decisions are recorded as repairs. `measures` are
   * indicators of the adopted sheets that read as one value, also of sheets there were: POST /measures links those that are.
   */
  @Post(':id/adopt')
  @Idempotent()
  @Access({ roles: MANAGERS, row: ROW })
  @HttpCode(200)
  async adopt(
    @Param('id', Id) id: string,
    @SeenVersionIfGiven() version: number | null,
    @Body() body: AdoptDto,
    @CurrentActor() actor: Actor,
  ) {
    const { targetSheetIds, left } = await this.adoption.adopt(id, version, body, this.caller(actor));
    return { targetSheetIds, left, measures: await this.measures.proposals({ sheetIds: targetSheetIds }, actor.scope) };
  }

  /** Only while nobody has entered anything for its sheets; the draft can then be repaired and adopted anew. */
  @Post(':id/undo-adoption')
  @Access({ roles: MANAGERS, row: ROW })
  @HttpCode(200)
  undoAdoption(
    @Param('id', Id) id: string,
    @SeenVersion() version: number | null,
    @Body() { reason }: UndoAdoptionDto,
    @CurrentActor() actor: Actor,
  ) {
    return this.adoption.undo(id, version, reason, this.caller(actor));
  }

  private caller({ name, scope }: Actor): Caller {
    return { actor: name, scope, at: this.clock.now() };
  }
}
