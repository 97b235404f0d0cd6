import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';

/** What is to be changed in a file of an archive. */
export type Edit = (content: string) => string;

/**
 * The same ZIP archive, as which XLSX and DOCX are kept, dated to one moment: libraries write the moment at which they
 * ran, and the same report would differ in its bytes from one download to the next.
 */
export function repacked(archive: Uint8Array, at: Date, edits: Readonly<Record<string, Edit>> = {}): Buffer {
  const files = unzipSync(archive);
  for (const [path, edit] of Object.entries(edits)) {
    const content = files[path];
    if (content) files[path] = strToU8(edit(strFromU8(content)));
  }
  return Buffer.from(zipSync(files, { mtime: inUtc(at) }));
}

/** ZIP times name no zone, and fflate writes those of the machine's. */
const inUtc = (at: Date): Date => new Date(at.getTime() + at.getTimezoneOffset() * 60_000);
