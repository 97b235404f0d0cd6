import { createReadStream } from 'node:fs';
import { rm, stat } from 'node:fs/promises';
import { Readable } from 'node:stream';
import type { ReadableStream } from 'node:stream/web';
import { AwsClient } from 'aws4fetch';
import { fileMissing, storageUnavailable } from './errors.js';
import { FileStorage } from './file-storage.js';

export interface S3Settings {
  readonly endpoint: string;
  readonly bucket: string;
  readonly region: string;
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
}

const ANSWER_WITHIN_MS = 60_000;

/** Files in a bucket of any service that speaks S3, addressed by path, which all of them understand. */
export class S3Storage extends FileStorage {
  private readonly client: AwsClient;

  constructor(private readonly settings: S3Settings) {
    super();
    const { accessKeyId, secretAccessKey, region } = settings;
    // A stream cannot be sent a second time, and a failed request is told at once.
    this.client = new AwsClient({ accessKeyId, secretAccessKey, region, service: 's3', retries: 0 });
  }

  async put(sha256: string, path: string): Promise<void> {
    const { size } = await stat(path);
    // The name is the signed hash of the content: the service itself refuses what was damaged on the way.
    const headers = { 'x-amz-content-sha256': sha256, 'content-length': String(size) };
    const body = Readable.toWeb(createReadStream(path)) as globalThis.ReadableStream;
    await this.send('PUT', sha256, { headers, body, duplex: 'half' });
    await rm(path, { force: true });
  }

  async open(sha256: string): Promise<Readable> {
    const { body } = await this.send('GET', sha256);
    return body ? Readable.fromWeb(body as ReadableStream) : Readable.from([]);
  }

  async delete(sha256: string): Promise<void> {
    await this.send('DELETE', sha256);
  }

  private async send(method: string, sha256: string, content: RequestInit & { duplex?: 'half' } = {}) {
    const { endpoint, bucket } = this.settings;
    const url = `${endpoint.replace(/\/$/, '')}/${bucket}/${sha256}`;
    const signal = AbortSignal.timeout(ANSWER_WITHIN_MS);
    const answer = await this.client
      .fetch(url, { method, signal, redirect: 'error', ...content })
      .catch((error: unknown) => {
        throw storageUnavailable(error instanceof Error ? error.message : String(error));
      });
    if (answer.ok) return answer;
    const said = (await answer.text()).slice(0, 300);
    if (answer.status === 404 && method === 'GET') throw fileMissing(sha256);
    if (answer.status === 404 && method === 'DELETE') return answer;
    throw storageUnavailable(`${answer.status} ${said}`);
  }
}
