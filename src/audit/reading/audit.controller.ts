import { Readable } from 'node:stream';
import { Controller, Get, Query, StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import { create as contentDisposition } from 'content-disposition';
import { Access } from '../../common/access/access.decorator.js';
import { FILE } from '../../common/http/file.js';
import { AuditReading } from './audit-reading.js';
import { AuditFilter, AuditQuery } from './audit.query.js';

const CSV = 'text/csv; charset=utf-8';

@ApiTags('audit')
@Access({ roles: ['auditor'] })
@Controller('audit-events')
export class AuditController {
  constructor(private readonly reading: AuditReading) {}

  /** Newest first. */
  @Get()
  list(@Query() { limit, cursor, ...filter }: AuditQuery) {
    return this.reading.list(limit, cursor, filter);
  }

  /** The same lines as a table (CSV); a line of the log tells that they left. */
  @Get('file')
  @Access({ roles: ['auditor'], limit: { name: 'audit-export', perMinute: 10 } })
  @ApiProduces(CSV)
  @ApiOkResponse(FILE)
  async export(@Query() filter: AuditFilter) {
    const content = Readable.from(await this.reading.export(filter));
    return new StreamableFile(content, { type: CSV, disposition: contentDisposition('audit-log.csv') });
  }
}
