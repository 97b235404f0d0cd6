import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Access } from '../common/access/access.decorator.js';
import { AuditService } from './audit.service.js';
import { AuditQuery } from './dto/audit.query.js';

@ApiTags('audit')
@Access({ roles: ['auditor'] })
@Controller('audit-events')
export class AuditController {
  constructor(private readonly audit: AuditService) {}

  @Get()
  list(@Query() { limit, cursor }: AuditQuery) {
    return this.audit.list(limit, cursor);
  }
}
