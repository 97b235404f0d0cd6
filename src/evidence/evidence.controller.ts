import { Controller, Delete, Get, HttpCode, Param, Res, StreamableFile } from '@nestjs/common';
import { ApiProduces, ApiTags } from '@nestjs/swagger';
import { create as contentDisposition } from 'content-disposition';
import type { FastifyReply } from 'fastify';
import { Access } from '../common/access/access.decorator.js';
import { Id } from '../common/http/parameters.js';
import { EvidenceService } from './evidence.service.js';
import { ENTERERS, READERS } from '../domain/roles.js';

const ROW = { resource: 'evidence', parameter: 'id' } as const;

@ApiTags('evidence')
@Controller('evidence')
export class EvidenceController {
  constructor(private readonly evidence: EvidenceService) {}

  @Get(':id')
  @Access({ roles: READERS, row: ROW })
  find(@Param('id', Id) id: string) {
    return this.evidence.find(id);
  }

  /** Always as a download: nothing that somebody uploaded is ever shown as a page of this site. */
  @Get(':id/file')
  @Access({ roles: READERS, row: ROW })
  @ApiProduces('application/octet-stream')
  async download(@Param('id', Id) id: string, @Res({ passthrough: true }) reply: FastifyReply) {
    const { file, content } = await this.evidence.open(id);
    void reply.header('X-Content-Type-Options', 'nosniff');
    return new StreamableFile(content, {
      type: file.mediaType,
      length: file.size,
      disposition: contentDisposition(file.fileName, { type: 'attachment' }),
    });
  }

  /** The file itself goes when nothing refers to it any more. */
  @Delete(':id')
  @HttpCode(204)
  @Access({ roles: ENTERERS, row: ROW, ownSection: true })
  detach(@Param('id', Id) id: string) {
    return this.evidence.detach(id);
  }
}
