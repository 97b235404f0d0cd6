import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Access, CurrentScope } from '../../common/access/access.decorator.js';
import type { Scope } from '../../common/access/actor.js';
import { EntryQuery } from './dto/entry.dto.js';
import { ProgressService } from './progress.service.js';
import { READERS } from '../../domain/roles.js';

@ApiTags('progress')
@Controller('progress-entries')
export class ProgressEntriesController {
  constructor(private readonly progress: ProgressService) {}

  @Get()
  @Access({ roles: READERS })
  list(@Query() query: EntryQuery, @CurrentScope() scope: Scope) {
    return this.progress.list(query, scope);
  }
}
