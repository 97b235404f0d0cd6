import '@fastify/multipart';
import { Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Actor } from '../common/access/actor.js';
import { stopReading } from '../common/http/stop-reading.js';
import { invalidRequest } from '../common/http/errors.js';
import { contentOf } from '../common/http/upload-content.js';
import { safeFileName } from '../files/file-name.js';
import { IncomingFiles } from '../files/incoming-files.js';
import { StoredFilesService } from '../files/stored-files.service.js';
import type { EvidenceKind } from './evidence.entity.js';
import type { IndicatorMonth } from './evidence.repository.js';
import { type AddedEvidence, EvidenceService } from './evidence.service.js';

/** From the request to the evidence: arrive, be looked at, be put away, be written down. */
@Injectable()
export class EvidenceUploads {
  constructor(
    private readonly evidence: EvidenceService,
    private readonly files: StoredFilesService,
    private readonly incoming: IncomingFiles,
  ) {}

  /** @throws DomainError `file-too-large`, `file-kind`, `storage-full`, and those of EvidenceService.add */
  async take(
    indicatorMonth: IndicatorMonth,
    kind: EvidenceKind | null,
    actor: Actor,
    request: FastifyRequest,
    reply: FastifyReply,
  ): Promise<AddedEvidence> {
    try {
      this.incoming.checkAnnounced(request.headers['content-length']);
      const { content, fileName } = await uploaded(request);
      const file = await this.incoming.receive(content);
      try {
        const sha256 = await this.files.keep(file, fileName);
        return await this.evidence.add(indicatorMonth, { sha256, fileName, kind }, actor);
      } finally {
        await this.incoming.discard(file);
      }
    } catch (error) {
      stopReading(request, reply);
      throw error;
    }
  }
}

/** IncomingFiles counts the bytes itself; busboy would only say that it cut something off. */
async function uploaded(request: FastifyRequest): Promise<{ content: AsyncIterable<Buffer>; fileName: string }> {
  const file = request.isMultipart() ? await request.file({ limits: { fileSize: Infinity } }) : undefined;
  if (file) return { content: contentOf(request, file), fileName: safeFileName(file.filename) };
  const message = { zh: '请以 multipart/form-data 上传一个文件。', en: 'Upload one file as multipart/form-data.' };
  throw invalidRequest([{ code: 'required', pointer: '/file', message }]);
}
