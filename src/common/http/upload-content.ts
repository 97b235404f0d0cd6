import { createHash, type Hash } from 'node:crypto';
import type { MultipartFile } from '@fastify/multipart';
import type { FastifyRequest } from 'fastify';

/** Names and contents of the files that have been read of an upload so far. */
const READ = new WeakMap<FastifyRequest, Hash>();

/** The bytes of an uploaded file, which are noted on the way: two uploads are the same when their files are. */
export async function* contentOf(request: FastifyRequest, { filename, file }: MultipartFile): AsyncGenerator<Buffer> {
  const content = createHash('sha256');
  for await (const chunk of file as AsyncIterable<Buffer>) {
    content.update(chunk);
    yield chunk;
  }
  const read = READ.get(request) ?? createHash('sha256');
  READ.set(request, read.update(JSON.stringify([filename, content.digest('hex')])));
}

/** A hash of what has been read of the upload: not of its bytes on the wire, since browsers separate the parts anew each time. */
export const readSoFar = (request: FastifyRequest): string => READ.get(request)?.copy().digest('hex') ?? '';

/** Reads an upload to its end and keeps nothing of it. @returns as `readSoFar` */
export async function readThrough(request: FastifyRequest): Promise<string> {
  for await (const part of request.files({ limits: { fileSize: Infinity, files: Infinity } })) {
    const content = contentOf(request, part);
    while (!(await content.next()).done);
  }
  return readSoFar(request);
}
