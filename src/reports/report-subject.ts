import type { Month } from '../domain/calendar/month.js';
import type { ReportKind } from './content/report-content.js';
import { sheetRequired } from './errors.js';

/** What a report is about: a sheet, a department without a sheet, or the whole installation without either. */
export interface ReportSubject {
  readonly kind: ReportKind;
  readonly departmentId: string | null;
  readonly sheetId: string | null;
  readonly month: Month;
}

/** The official forms are filled in for one sheet. @throws DomainError `sheet-required` */
export function checkSubject({ kind, sheetId }: ReportSubject): void {
  if (kind !== 'scoring' && sheetId === null) throw sheetRequired();
}
