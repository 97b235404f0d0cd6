import { Controller, Get, Param, Res, StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import { create as contentDisposition } from 'content-disposition';
import type { FastifyReply } from 'fastify';
import { Access, CurrentActor } from '../../common/access/access.decorator.js';
import type { Actor } from '../../common/access/actor.js';
import { callerGone } from '../../common/documents/errors.js';
import { FILE } from '../../common/http/file.js';
import { Id } from '../../common/http/parameters.js';
import { MANAGERS } from '../../domain/roles.js';
import { OriginalService } from './original.service.js';

const ROW = { resource: 'import', parameter: 'id' } as const;

@ApiTags('imports')
@Controller('imports')
export class OriginalController {
  constructor(private readonly originals: OriginalService) {}

  /** The document as it was uploaded; of a zip file, the one in it. Always as a download, since a stranger made it. */
  @Get(':id/document')
  @Access({ roles: MANAGERS, row: ROW })
  @ApiProduces('application/octet-stream')
  @ApiOkResponse(FILE)
  async document(@Param('id', Id) id: string, @Res({ passthrough: true }) reply: FastifyReply) {
    const { fileName, content } = await this.originals.open(id);
    void reply.header('X-Content-Type-Options', 'nosniff');
    return new StreamableFile(content, {
      type: 'application/octet-stream',
      disposition: contentDisposition(fileName.replace(/^.*\//, ''), { type: 'attachment' }),
    });
  }

  /** A page of a PDF, PNG or JPEG as it is seen, from 1: PNG, up to 2,000 pixels on the longer side. */
  @Get(':id/pages/:number')
  @Access({ roles: MANAGERS, row: ROW, limit: { name: 'import-page', perMinute: 120 } })
  @ApiProduces('image/png')
  @ApiOkResponse(FILE)
  async page(
    @Param('id', Id) id: string,
    @Param('number') number: number,
    @CurrentActor() { name }: Actor,
    @Res({ passthrough: true }) { raw }: FastifyReply,
  ) {
    const gone = new AbortController();
    raw.once('close', () => {
      gone.abort(callerGone());
    });
    const picture = await this.originals.page(id, number, { caller: name, signal: gone.signal });
    return new StreamableFile(picture, { type: 'image/png' });
  }
}
