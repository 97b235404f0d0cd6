import '@fastify/multipart';
import type { FastifyRequest } from 'fastify';
import { invalidRequest } from './errors.js';

/** The one file of a multipart request, whole; the server limits its size. @throws DomainError `request-invalid` */
export async function uploadedFile(request: FastifyRequest): Promise<{ bytes: Buffer; fileName: string }> {
  const file = request.isMultipart() ? await request.file() : undefined;
  if (file) return { bytes: await file.toBuffer(), fileName: file.filename };
  const message = { zh: '请以 multipart/form-data 上传一个文件。', en: 'Upload one file as multipart/form-data.' };
  throw invalidRequest([{ code: 'required', pointer: '/file', message }]);
}
