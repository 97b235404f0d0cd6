import { Controller, Get, Headers, HttpCode, Post, Query, Req, Res } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Access, CurrentActor } from '../../common/access/access.decorator.js';
import type { Actor } from '../../common/access/actor.js';
import { languageOf } from '../../common/http/language.js';
import { problemOf } from '../../common/http/problem-details.js';
import { uploadedFile } from '../../common/http/uploaded-file.js';
import { TemplateQuery, uploadOptions, UploadQuery } from './dto/template.dto.js';
import { rowFigures } from './row-figures.js';
import { TemplateService } from './template.service.js';
import { ENTERERS } from '../../domain/roles.js';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** The monthly entry as a workbook to fill in. */
@ApiTags('progress')
@Controller('progress-entries/template')
export class TemplateController {
  constructor(private readonly templates: TemplateService) {}

  @Get()
  @ApiProduces(XLSX)
  @Access({ roles: ENTERERS, limit: { name: 'template', perMinute: 60 } })
  async download(
    @Query() query: TemplateQuery,
    @CurrentActor() actor: Actor,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Headers('accept-language') acceptLanguage?: string,
  ): Promise<Buffer> {
    void reply
      .header('Content-Type', XLSX)
      .header('Content-Disposition', `attachment; filename="jixiao-${query.month}.xlsx"`);
    return this.templates.download(query, actor, languageOf(acceptLanguage));
  }

  /** Nothing is written unless every row is right, or `partial` asks for those that are. */
  @Post()
  @HttpCode(200)
  @ApiConsumes('multipart/form-data')
  @ApiBody({ schema: { type: 'object', properties: { file: { type: 'string', format: 'binary' } } } })
  @Access({ roles: ENTERERS, limit: { name: 'template', perMinute: 60 } })
  async upload(
    @Req() request: FastifyRequest,
    @Query() query: UploadQuery,
    @CurrentActor() actor: Actor,
    @Headers('accept-language') acceptLanguage?: string,
  ) {
    const { bytes } = await uploadedFile(request);
    const { written, unchanged, rows } = await this.templates.upload(bytes, query.month, actor, uploadOptions(query));
    const refused = rows.filter(({ refusal }) => refusal).length;
    const language = languageOf(acceptLanguage);
    return {
      month: query.month,
      written: written ? rows.length - refused : 0,
      refused,
      /** Rows that say what is stored already: they are left as they are, and not listed. */
      unchanged,
      rows: rows.map(({ row, subject, entries, questions, refusal }) => ({
        row: row.row,
        id: row.id,
        ...rowFigures(row, subject, query.month, language),
        outcome: refusal ? ('refused' as const) : written ? ('written' as const) : ('held-back' as const),
        /** What was written: one entry, of a shared measure one for each indicator that it feeds. */
        entries: written ? entries : [],
        /** What is to be asked before it is submitted. */
        questions,
        problem: refusal && problemOf(refusal, language),
      })),
    };
  }
}
