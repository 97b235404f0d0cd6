import path from 'node:path';
import { Module } from '@nestjs/common';
import { Configuration } from '../config/configuration.js';
import { FileStorage } from './file-storage.js';
import { IncomingFiles } from './incoming-files.js';
import { LocalStorage } from './local-storage.js';
import { S3Storage } from './s3-storage.js';
import { StoredFilesService } from './stored-files.service.js';

/** In a bucket where one is set, otherwise in DATA_DIR/files. */
export function storageOf(settings: Configuration): FileStorage {
  const { S3_ENDPOINT, S3_BUCKET, S3_REGION, S3_ACCESS_KEY_ID, S3_SECRET_ACCESS_KEY, DATA_DIR } = settings;
  if (!S3_ENDPOINT || !S3_BUCKET || !S3_ACCESS_KEY_ID || !S3_SECRET_ACCESS_KEY) {
    return new LocalStorage(path.join(DATA_DIR, 'files'));
  }
  return new S3Storage({
    endpoint: S3_ENDPOINT,
    bucket: S3_BUCKET,
    region: S3_REGION,
    accessKeyId: S3_ACCESS_KEY_ID,
    secretAccessKey: S3_SECRET_ACCESS_KEY,
  });
}

@Module({
  providers: [
    IncomingFiles,
    StoredFilesService,
    { provide: FileStorage, useFactory: storageOf, inject: [Configuration] },
  ],
  exports: [IncomingFiles, StoredFilesService, FileStorage],
})
export class FilesModule {}
