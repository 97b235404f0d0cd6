import { readdir, stat } from 'node:fs/promises';
import path from 'node:path';
import { DomainError } from '../../domain/domain-error.js';
import { documentsIn, isSomebodys, type UploadedDocument } from '../../imports/uploads/documents-in.js';
import { inputUnreadable } from '../errors.js';

/**
 * The documents at these places: files, those in zip files, and all that lies in folders, in the order of their names. A
 * place that cannot be read is one document that says so: the others are read nevertheless.
 */
export async function* documentsAt(places: readonly string[]): AsyncGenerator<UploadedDocument> {
  for (const place of places) {
    try {
      for (const file of await filesAt(place)) yield* documentsOf(file);
    } catch (error) {
      yield { name: place, content: () => Promise.reject(inputUnreadable(place, error)) };
    }
  }
}

/** Whether it is a document itself, and neither a folder nor a zip file of others. */
export async function isDocument(place: string): Promise<boolean> {
  for await (const { name } of documentsAt([place])) return name === place;
  return false;
}

async function filesAt(place: string): Promise<string[]> {
  if (!(await stat(place)).isDirectory()) return [place];
  const entries = await readdir(place, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile() && isSomebodys(entry.name))
    .map((entry) => path.join(entry.parentPath, entry.name))
    .sort();
}

async function* documentsOf(file: string): AsyncGenerator<UploadedDocument> {
  try {
    for await (const document of documentsIn({ name: file, path: file })) {
      const isInside = document.name !== file;
      yield { name: isInside ? `${file}/${document.name}` : file, content: () => document.content() };
    }
  } catch (error) {
    if (error instanceof DomainError || (error as { code?: unknown }).code === undefined) throw error;
    yield { name: file, content: () => Promise.reject(inputUnreadable(file, error)) };
  }
}
