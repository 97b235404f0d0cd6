import { readFileSync } from 'node:fs';
import { type AuditHead, headIn } from './audit-head.js';
import { writeWholeFile } from '../common/whole-file.js';

/** A head in a file that only its owner reads; what is no head counts as none. */
export class KeptHead {
  constructor(readonly file: string) {}

  read(): AuditHead | null {
    try {
      return headIn(readFileSync(this.file, 'utf8'));
    } catch {
      return null;
    }
  }

  write(head: AuditHead): Promise<void> {
    return writeWholeFile(this.file, Buffer.from(`${JSON.stringify(head)}\n`), 0o600);
  }
}
