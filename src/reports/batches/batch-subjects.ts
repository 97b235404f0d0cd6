import type { EntityManager } from 'typeorm';
import type { ReportFactsRepository } from '../content/report-facts.repository.js';
import { sheetName } from '../forms/form-words.js';
import type { ReportSubject } from '../report-subject.js';
import type { ReportBatch } from './report-batch.entity.js';

/** What one report of a batch is about, and how people call it. */
export interface NamedSubject {
  readonly subject: ReportSubject;
  readonly name: string;
}

type Wish = Pick<ReportBatch, 'kind' | 'month' | 'departments' | 'language'>;

/** Departments (`scoring`) or sheets (the forms) that have something in the month's year. */
export async function subjectsOf(
  facts: ReportFactsRepository,
  manager: EntityManager,
  { kind, month, departments, language }: Wish,
): Promise<NamedSubject[]> {
  const sheets = await facts.sheetsInScope(manager, month, { departments: departments ?? 'all' });
  if (kind !== 'scoring') {
    return sheets.map(({ sheetId, departmentId, department, project }) => ({
      subject: { kind, month, departmentId, sheetId },
      name: `${department} · ${sheetName(project, language)}`,
    }));
  }
  const names = new Map(sheets.map(({ departmentId, department }) => [departmentId, department]));
  return [...names].map(([departmentId, name]) => ({ subject: { kind, month, departmentId, sheetId: null }, name }));
}
