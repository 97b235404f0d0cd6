import { Controller, Get, Headers, Query, StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import { create as contentDisposition } from 'content-disposition';
import { Access, CurrentScope } from '../../common/access/access.decorator.js';
import type { Scope } from '../../common/access/actor.js';
import { FILE } from '../../common/http/file.js';
import { languageOf } from '../../common/http/language.js';
import { MANAGERS } from '../../domain/roles.js';
import { MissingFileQuery, MissingQuery } from './dto/missing.query.js';
import { MissingEntriesService } from './missing-entries.service.js';
import { missingCsv, missingWorkbook } from './missing-file.js';

const CSV = 'text/csv; charset=utf-8';
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** Who owes what for how long, of the months that are over and take entries. */
@ApiTags('reminders')
@Controller('missing-entries')
export class MissingEntriesController {
  constructor(private readonly missing: MissingEntriesService) {}

  /** Oldest month first; `people`: whom a reminder would reach. */
  @Get()
  @Access({ roles: MANAGERS })
  async list(@Query() query: MissingQuery, @CurrentScope() scope: Scope) {
    return { items: await this.missing.list(query, scope), nextCursor: null };
  }

  /** The same as a table, to send or to print. */
  @Get('file')
  @ApiProduces(XLSX, CSV)
  @ApiOkResponse(FILE)
  @Access({ roles: MANAGERS, limit: { name: 'missing-export', perMinute: 30 } })
  async file(
    @Query() { format, ...query }: MissingFileQuery,
    @CurrentScope() scope: Scope,
    @Headers('accept-language') acceptLanguage?: string,
  ) {
    const items = await this.missing.list(query, scope);
    const language = languageOf(acceptLanguage);
    const content = format === 'csv' ? missingCsv(items, language) : await missingWorkbook(items, language);
    return new StreamableFile(content, {
      type: format === 'csv' ? CSV : XLSX,
      disposition: contentDisposition(`missing-${query.month ?? query.year}.${format}`),
    });
  }
}
