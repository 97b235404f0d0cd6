import type { Readable } from 'node:stream';

/** Where files are kept, each under the SHA-256 of its content: what is there never changes. */
export abstract class FileStorage {
  /** Takes over the file at `path`, which is gone afterwards; when this returns the content is kept durably. */
  abstract put(sha256: string, path: string): Promise<void>;
  /** @throws DomainError `file-missing` */
  abstract open(sha256: string): Promise<Readable>;
  /** Deleting what is not there is no error. */
  abstract delete(sha256: string): Promise<void>;
}
