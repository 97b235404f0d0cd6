import type { EntityManager } from 'typeorm';
import type { FileStorage } from '../files/file-storage.js';
import { usedFiles } from '../files/stored-files.service.js';
import { measured } from './archive-reader.js';

/** A file that should be there: its hash, and where people know it from. */
export interface DamagedFile {
  readonly sha256: string;
  readonly how: 'missing' | 'altered';
  /** Such as `综合股.xlsx (2026-10)`: names of evidence and imported documents. */
  readonly usedAs: readonly string[];
}

const USES = `
  SELECT file_name || ' (' || month || ')' AS name FROM evidence WHERE sha256 = $1
  UNION SELECT file_name FROM document_import WHERE file_sha256 = $1
  UNION SELECT name FROM import_batch_item WHERE sha256 = $1
  ORDER BY name LIMIT 5`;
/** @param how `whole`: each is read and its hash compared; `there`: it is only looked for */
export async function damagedFiles(
  manager: EntityManager,
  storage: FileStorage,
  how: 'whole' | 'there',
): Promise<DamagedFile[]> {
  const damaged: DamagedFile[] = [];
  for (const sha256 of await usedFiles((sql) => manager.query(sql))) {
    const fault = await faultOf(storage, sha256, how);
    if (!fault) continue;
    const uses: { name: string }[] = await manager.query(USES, [sha256]);
    damaged.push({ sha256, how: fault, usedAs: uses.map(({ name }) => name) });
  }
  return damaged;
}

async function faultOf(
  storage: FileStorage,
  sha256: string,
  how: 'whole' | 'there',
): Promise<DamagedFile['how'] | null> {
  try {
    const content = await storage.open(sha256);
    if (how === 'there') {
      content.destroy();
      return null;
    }
    return (await measured(content as AsyncIterable<Uint8Array>)).sha256 === sha256 ? null : 'altered';
  } catch (error) {
    if ((error as { code?: string }).code === 'file-missing') return 'missing';
    throw error;
  }
}
