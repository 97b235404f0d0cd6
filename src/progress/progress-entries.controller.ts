import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { EntryQuery } from './dto/entry.dto.js';
import { ProgressService } from './progress.service.js';

@ApiTags('progress')
@Controller('progress-entries')
export class ProgressEntriesController {
  constructor(private readonly progress: ProgressService) {}

  @Get()
  list(@Query() query: EntryQuery) {
    return this.progress.list(query);
  }
}
