import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Access, CurrentActor } from '../../common/access/access.decorator.js';
import type { Actor } from '../../common/access/actor.js';
import { Id } from '../../common/http/parameters.js';
import { ReviseSheetDto } from '../../targets/revisions/dto/revision.dto.js';
import { RevisionPreviewService } from './revision-preview.service.js';

@ApiTags('scoring')
@Controller('target-sheets/:id/revisions/preview')
export class RevisionPreviewController {
  constructor(private readonly previews: RevisionPreviewService) {}

  /** What a revision would change, of the indicators and of the score, by its own checks. Nothing is stored. */
  @Post()
  @HttpCode(200)
  @Access({ roles: ['performance-office'], row: { resource: 'target-sheet', parameter: 'id' } })
  preview(@Param('id', Id) id: string, @Body() body: ReviseSheetDto, @CurrentActor() { name }: Actor) {
    return this.previews.preview(id, body, name);
  }
}
