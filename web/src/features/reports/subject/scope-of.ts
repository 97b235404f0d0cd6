import type { ReportSubject } from '../../../api/reports.js';

/** A department's own report is not those of its sheets. */
export function scopeOf({ departmentId, sheetId }: ReportSubject): 'sheet' | 'department' | 'installation' {
  if (sheetId) return 'sheet';
  return departmentId ? 'department' : 'installation';
}
