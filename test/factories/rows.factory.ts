import { createHash } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import { v7 as uuid } from 'uuid';
import { Passkey } from '../../src/auth/second-factor/passkeys/passkey.entity.js';
import { UserSession } from '../../src/auth/sessions/user-session.entity.js';
import { BudgetExecution } from '../../src/budget/budget-execution.entity.js';
import type { Resource } from '../../src/common/access/access.decorator.js';
import { Evidence } from '../../src/evidence/evidence.entity.js';
import { StoredFile } from '../../src/files/stored-file.entity.js';
import { ImportBatchItem } from '../../src/imports/batches/import-batch-item.entity.js';
import { ImportBatch } from '../../src/imports/batches/import-batch.entity.js';
import { DocumentImport } from '../../src/imports/document-import.entity.js';
import { DepartmentAlias } from '../../src/organisation/aliases/department-alias.entity.js';
import type { Department } from '../../src/organisation/department.entity.js';
import type { Section } from '../../src/organisation/section.entity.js';
import { ReportBatch } from '../../src/reports/batches/report-batch.entity.js';
import { Report } from '../../src/reports/report.entity.js';
import { Scenario } from '../../src/scoring/what-if/scenario.entity.js';
import { Goal } from '../../src/targets/goals/goal.entity.js';
import { Measure } from '../../src/targets/measures/measure.entity.js';
import { ContactFactory } from './contact.factory.js';
import { DepartmentFactory } from './department.factory.js';
import { EntryFactory } from './entry.factory.js';
import { IndicatorFactory } from './indicator.factory.js';
import { SectionFactory } from './section.factory.js';
import { SheetFactory } from './sheet.factory.js';
import { UserFactory } from './user.factory.js';

export type Rows = Readonly<Record<Resource, string>>;

/** A department with two sections and one row of each kind that a route can name, for each section its own where it has one. */
export interface MarkedDepartment {
  readonly department: Department;
  readonly section: Section;
  readonly rows: Rows;
  /** The same, of the other section. */
  readonly siblings: Rows;
}

/** `mark` stands in the names of all rows: where it turns up, somebody saw them. */
export async function insertMarkedDepartment(manager: EntityManager, mark: string): Promise<MarkedDepartment> {
  const department = await DepartmentFactory.new().named(`${mark} office`).insert(manager);
  const section = await SectionFactory.of(department).named(`${mark} first section`).insert(manager);
  const second = await SectionFactory.of(department).named(`${mark} second section`).insert(manager);
  const rows = await insertRows(manager, mark, department, section);
  return { department, section, rows, siblings: await insertRows(manager, `${mark} second`, department, second) };
}

async function insertRows(
  manager: EntityManager,
  mark: string,
  department: Department,
  section: Section,
): Promise<Rows> {
  const { id: departmentId } = department;
  const target = `${mark} target`;
  const indicator = IndicatorFactory.new().named(target).ownedBy(section);
  const { sheet, indicatorIds } = await SheetFactory.of(department).named(target).indicators(indicator).insert(manager);
  const [indicatorId = ''] = indicatorIds;
  await EntryFactory.of(indicatorId, '2026-10').insert(manager);
  const contact = await ContactFactory.of(department).reportingFor(section).named(`${mark} contact`).insert(manager);
  const { user } = await UserFactory.as('reporter').of(department).reportingFor(section).insert(manager);
  const [aliasId, batchId, evidenceId, goalId, importId, measureId, reportId, reportBatchId, scenarioId] = Array.from(
    { length: 9 },
    () => uuid(),
  ) as [string, string, string, string, string, string, string, string, string];
  const at = new Date(0);
  await manager.insert(DepartmentAlias, {
    ...{ id: aliasId, departmentId, withinId: departmentId, kind: 'said', name: target, compared: target },
    ...{ decidedBy: target, decidedAt: at },
  });
  const key = { credentialId: uuid(), publicKey: Buffer.alloc(0), counter: 0 };
  const passkey = { id: uuid(), userId: user.id, ...key, name: `${mark} key`, createdAt: at };
  await manager.insert(Passkey, passkey);
  const session = { id: uuid(), tokenHash: uuid(), userId: user.id, createdAt: at, lastSeenAt: at };
  const from = { address: null, agent: `${mark} browser`, secondFactor: null };
  await manager.insert(UserSession, { ...session, ...from, proof: null });
  await manager.insert(Goal, { id: goalId, sheetId: sheet.id, ordinal: 1, text: target });
  await manager.insert(Measure, { id: measureId, departmentId, sectionId: section.id, name: target });
  const sha256 = createHash('sha256').update(target).digest('hex');
  await manager.insert(StoredFile, { sha256, mediaType: 'text/plain', size: 1, uploadedAt: at });
  const kept = { kind: 'voucher' as const, fileName: `${target}.txt`, addedBy: target, addedAt: at };
  await manager.insert(Evidence, { id: evidenceId, indicatorId, month: '2026-10', sha256, ...kept });
  const draft = { document: { title: target }, sheets: [], doubts: [] } as unknown as DocumentImport['draft'];
  const summary = { sheets: 0, indicators: 0, departments: [], doubts: { error: 0, warning: 0, info: 0 }, answered: 0 };
  const file = { fileName: `${target}.txt`, sha256: 'none', draft: draft as object, summary: summary as object };
  await manager.insert(DocumentImport, { id: importId, departmentId, ...file, createdAt: at });
  await manager.insert(ImportBatch, { id: batchId, departmentId, createdAt: at, createdBy: target });
  const item = { batchId, position: 1, name: `${target}.txt`, state: 'read' as const, importId, dueAt: at };
  await manager.insert(ImportBatchItem, { id: uuid(), ...item, finishedAt: at });
  await manager.insert(Scenario, {
    id: scenarioId,
    sheetId: sheet.id,
    name: target,
    entries: [],
    savedBy: target,
    savedById: user.id,
  });
  const figures = { league: [], losses: [], overdue: [], sheets: [] };
  const issue = {
    month: mark.includes('second') ? '2026-08' : '2026-09',
    version: 1,
    hash: 'none',
    issuedAt: new Date('2026-10-20'),
  };
  const content = { kind: 'scoring', scope: 'department', name: target, month: issue.month, draft: true, ...figures };
  await manager.insert(Report, {
    id: reportId,
    kind: 'scoring',
    departmentId,
    issuedBy: target,
    ...issue,
    content: content as object,
  });
  await manager.insert(ReportBatch, {
    ...{ id: reportBatchId, departmentId, createdAt: at, createdBy: target, createdById: user.id },
    ...{ kind: 'scoring', month: '2026-09', departments: [departmentId], formats: ['xlsx'], language: 'zh' },
    ...{ showPersonalData: false, state: 'failed', total: 1, dueAt: at, finishedAt: at },
  });
  await manager.insert(BudgetExecution, { id: uuid(), sheetId: sheet.id, month: '2026-10', spent: '1', updatedAt: at });
  return {
    department: departmentId,
    'department-alias': aliasId,
    section: section.id,
    contact: contact.id,
    import: importId,
    'import-batch': batchId,
    'target-sheet': sheet.id,
    goal: goalId,
    indicator: indicatorId,
    measure: measureId,
    evidence: evidenceId,
    report: reportId,
    'report-batch': reportBatchId,
    scenario: scenarioId,
    user: user.id,
    passkey: passkey.id,
    session: session.id,
  };
}
