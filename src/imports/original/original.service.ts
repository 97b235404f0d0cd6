import type { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Caller } from '../../common/documents/isolated.js';
import { NotFoundError } from '../../domain/domain-error.js';
import { StoredFilesService } from '../../files/stored-files.service.js';
import { DocumentImport } from '../document-import.entity.js';
import { notKept } from './errors.js';
import { pageIsolated } from './page-isolated.js';

/** The document behind an import, as it was uploaded. */
export interface Original {
  readonly fileName: string;
  readonly content: Readable;
}

@Injectable()
export class OriginalService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly files: StoredFilesService,
  ) {}

  /** @throws DomainError `not-found` where nothing was kept, `file-missing` */
  async open(importId: string): Promise<Original> {
    const { fileName, fileSha256 } = await this.kept(importId);
    return { fileName, content: await this.files.open(fileSha256) };
  }

  /** A page as PNG. @param page from 1 @throws DomainError as `open` and pageIsolated */
  async page(importId: string, page: number, by: Caller): Promise<Uint8Array> {
    if (!Number.isInteger(page) || page < 1) throw new NotFoundError({ zh: '这一页', en: 'page' });
    const sha256 = (await this.kept(importId)).fileSha256;
    return pageIsolated(async () => buffer(await this.files.open(sha256)), page, by);
  }

  private async kept(id: string): Promise<{ readonly fileName: string; readonly fileSha256: string }> {
    const select = { id: true, fileName: true, fileSha256: true } as const;
    const found = await this.dataSource.manager.findOne(DocumentImport, { where: { id }, select });
    if (!found) throw new NotFoundError({ zh: '导入记录', en: 'import' });
    if (!found.fileSha256) throw notKept();
    return { fileName: found.fileName, fileSha256: found.fileSha256 };
  }
}
