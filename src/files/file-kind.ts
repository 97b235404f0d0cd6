import { open } from 'node:fs/promises';
import path from 'node:path';
import { fileTypeFromFile } from 'file-type';
import { ZipArchive } from '../common/documents/zip-archive.js';
import { fileKindRefused } from './errors.js';

/** Kinds that are taken, by the extensions that their files bear. */
const EXTENSIONS: Record<string, readonly string[]> = {
  'application/pdf': ['pdf'],
  'image/png': ['png'],
  'image/jpeg': ['jpg', 'jpeg'],
  'image/gif': ['gif'],
  'image/webp': ['webp'],
  'image/bmp': ['bmp'],
  'image/tiff': ['tif', 'tiff'],
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': ['docx'],
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': ['xlsx'],
  'application/vnd.openxmlformats-officedocument.presentationml.presentation': ['pptx'],
  'application/vnd.oasis.opendocument.text': ['odt'],
  'application/vnd.oasis.opendocument.spreadsheet': ['ods'],
  'application/vnd.oasis.opendocument.presentation': ['odp'],
  'application/ofd': ['ofd'],
  'text/plain': ['txt', 'csv'],
};
const ALLOWED = Object.values(EXTENSIONS).flat().join(' ');
const PACKAGE = /openxmlformats|opendocument|\/ofd$/;
const SAMPLE_BYTES = 65_536;

/**
 * The media type of a file by its content; its name is a claim that must agree.
 * @throws DomainError `file-kind`, `document-too-large`, `document-encrypted`, `document-unreadable`
 */
export async function fileKind(file: string, name: string): Promise<string> {
  const kind = await sniffed(file);
  const extension = path.extname(name).slice(1).toLowerCase();
  if (!EXTENSIONS[kind]?.includes(extension)) throw fileKindRefused(name, kind, ALLOWED);
  return kind;
}

async function sniffed(file: string): Promise<string> {
  const found = (await fileTypeFromFile(file))?.mime;
  if (!found) return (await isText(file)) ? 'text/plain' : 'application/octet-stream';
  if (found !== 'application/zip' && !PACKAGE.test(found)) return found;
  const archive = await ZipArchive.openFile(file);
  try {
    await archive.verify();
    return archive.has('OFD.xml') ? 'application/ofd' : found;
  } finally {
    archive.close();
  }
}

/** A NUL byte never stands in text; a script that a system would run is no evidence. */
async function isText(file: string): Promise<boolean> {
  const handle = await open(file);
  try {
    const { buffer, bytesRead } = await handle.read({ buffer: Buffer.alloc(SAMPLE_BYTES), length: SAMPLE_BYTES });
    const start = buffer.subarray(0, bytesRead);
    return bytesRead > 0 && !start.includes(0) && !start.toString('latin1').startsWith('#!');
  } finally {
    await handle.close();
  }
}
