import '@fastify/multipart';
import { Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { stopReading } from '../../common/http/stop-reading.js';
import { invalidRequest } from '../../common/http/errors.js';
import { contentOf } from '../../common/http/upload-content.js';
import { DomainError } from '../../domain/domain-error.js';
import { fileTooLarge } from '../../files/errors.js';
import { safeFileName } from '../../files/file-name.js';
import { type IncomingFile, IncomingFiles } from '../../files/incoming-files.js';
import { StoredFilesService } from '../../files/stored-files.service.js';
import { type ArrivedDocument, type BatchProgress, ImportBatchesService } from '../batches/import-batches.service.js';
import { type Caller, ImportsService, type ReadImport } from '../imports.service.js';
import { documentsIn, type UploadedDocument } from './documents-in.js';

/** Of one upload as a whole. */
const MOST_MEGABYTES = 200;
const MOST_DOCUMENTS = 2_000;
const MEGABYTE = 1024 * 1024;

/** A document whose bytes are at hand. */
interface HeldDocument {
  readonly name: string;
  readonly content: Uint8Array | DomainError;
}

interface ReceivedFile {
  readonly name: string;
  readonly file: IncomingFile;
}

/** From the request to imports: files and zip files arrive; one document is read at once, more become a batch. */
@Injectable()
export class ImportUploads {
  constructor(
    private readonly imports: ImportsService,
    private readonly batches: ImportBatchesService,
    private readonly incoming: IncomingFiles,
    private readonly files: StoredFilesService,
  ) {}

  /** @throws DomainError `request-invalid`, `file-too-large`; where there is one document, those of ImportsService.read */
  async take(request: FastifyRequest, reply: FastifyReply, caller: Caller): Promise<ReadImport | BatchProgress> {
    const received: ReceivedFile[] = [];
    try {
      this.incoming.checkAnnounced(request.headers['content-length'], MOST_MEGABYTES);
      await this.receive(request, received);
      return await this.read(received, caller);
    } catch (error) {
      stopReading(request, reply);
      throw error;
    } finally {
      for (const { file } of received) await this.incoming.discard(file);
    }
  }

  private async receive(request: FastifyRequest, received: ReceivedFile[]): Promise<void> {
    if (!request.isMultipart()) throw nothingUploaded();
    let left = MOST_MEGABYTES * MEGABYTE;
    for await (const part of request.files({ limits: { fileSize: Infinity, files: MOST_DOCUMENTS } })) {
      const file = await this.incoming.receive(contentOf(request, part), MOST_MEGABYTES);
      received.push({ name: safeFileName(part.filename), file });
      left -= file.size;
      if (left < 0) throw fileTooLarge(MOST_MEGABYTES);
    }
    if (received.length === 0) throw nothingUploaded();
  }

  /** The first is held back until there is a second: a document alone waits in no queue. */
  private async read(received: readonly ReceivedFile[], caller: Caller): Promise<ReadImport | BatchProgress> {
    let first: HeldDocument | null = null;
    const arrived: ArrivedDocument[] = [];
    for (const { name, file } of received) {
      for await (const document of documentsIn({ name, path: file.path })) {
        const held = await heldDocument(document);
        if (!first) {
          first = held;
          continue;
        }
        if (arrived.length >= MOST_DOCUMENTS) throw tooMany();
        if (arrived.length === 0) arrived.push(await this.putAway(first));
        arrived.push(await this.putAway(held));
      }
    }
    if (arrived.length > 0) return this.batches.create(arrived, caller);
    if (!first) throw nothingUploaded();
    if (first.content instanceof DomainError) throw first.content;
    return this.imports.read(first.content, first.name, caller);
  }

  private async putAway({ name, content }: HeldDocument): Promise<ArrivedDocument> {
    if (content instanceof DomainError) return { name, error: content };
    return { name, sha256: await this.files.keepBytes(content) };
  }
}

async function heldDocument(document: UploadedDocument): Promise<HeldDocument> {
  const { name } = document;
  try {
    return { name, content: await document.content() };
  } catch (error) {
    if (error instanceof DomainError) return { name, content: error };
    throw error;
  }
}

const nothingUploaded = () => {
  const message = {
    zh: '请以 multipart/form-data 上传一个或多个文件，或一个 ZIP 压缩包。',
    en: 'Upload one or more files, or a zip file of documents, as multipart/form-data.',
  };
  return invalidRequest([{ code: 'required', pointer: '/file', message }]);
};

const tooMany = () =>
  new DomainError('too-large', 'file-too-large', {
    zh: `一次最多上传 ${MOST_DOCUMENTS} 份文件。请分几次上传。`,
    en: `One upload holds up to ${MOST_DOCUMENTS} documents. Upload them in several parts.`,
  });
