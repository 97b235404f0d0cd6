import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { getMetadataArgsStorage } from 'typeorm';
import { ENTITIES } from '../../src/app/database/entities.js';

/**
 * SQL goes where imports do not, so that no other check sees it: which folder names tables of another one. Whoever adds
 * to this list makes a second place that knows how the table is to be read; a function or view of the owner, such as
 * `indicator_in_force` and `counted_entry`, is the better way.
 */
const READS: Readonly<Record<string, readonly string[]>> = {
  auth: ['audit_event', 'contact', 'department', 'department_alias', 'document_import', 'evidence', 'goal', 'import_batch', 'indicator', 'measure', 'report', 'report_batch', 'scenario', 'section', 'target_sheet'], // prettier-ignore
  // What no line of the log vouches for is found where it is kept.
  audit: [
    'app_user',
    'budget_change',
    'budget_execution',
    'calendar_day',
    'contact',
    'indicator',
    'indicator_revision',
    'passkey',
    'progress_change',
    'progress_entry',
    'setting',
    'totp',
  ],
  backup: ['audit_event', 'document_import', 'evidence', 'import_batch_item', 'report'],
  // Who did something is said by name.
  common: ['app_user'],
  condition: [
    'audit_event',
    'calendar_year',
    'contact',
    'job_run',
    'mail',
    'notification',
    'relay_failure',
    'target_sheet',
  ],
  delivery: ['app_user', 'contact'],
  // Who added a file is said by name.
  evidence: ['app_user', 'indicator', 'progress_entry', 'stored_file', 'target_sheet'],
  files: ['document_import', 'evidence', 'import_batch_item', 'report_batch'],
  // What has been set up is looked at where it lies; nothing else knows of the steps.
  'first-steps': ['app_user', 'contact', 'department', 'document_import', 'indicator', 'mail', 'refused_address', 'section', 'target_sheet'], // prettier-ignore
  imports: ['app_user', 'chat_robot', 'contact', 'department', 'department_alias', 'indicator', 'mail', 'measure', 'month_decision', 'notification', 'section', 'target_sheet'], // prettier-ignore
  // What is kept about a person, wherever it lies.
  'kept-about': ['api_token', 'app_user', 'audit_event', 'contact', 'former_password', 'known_browser', 'mail', 'passkey', 'pending_change', 'recovery_code', 'totp', 'user_session'], // prettier-ignore
  metrics: ['job_run', 'mail', 'sheet_score'],
  // Accounts: who closed a month is said by name.
  months: ['app_user', 'department', 'indicator', 'progress_entry', 'target_sheet'],
  progress: [
    'app_user',
    'department',
    'evidence',
    'goal',
    'indicator',
    'indicator_revision',
    'measure',
    'section',
    'target_sheet',
  ],
  reminders: ['app_user', 'chat_robot', 'contact', 'department', 'indicator', 'mail', 'mail_attempt', 'mail_opt_out', 'progress_entry', 'refused_address', 'section', 'sheet_score', 'target_sheet'], // prettier-ignore
  reports: ['app_user', 'budget_execution', 'department', 'indicator', 'progress_entry', 'section', 'target_sheet'],
  scoring: ['budget_execution', 'department', 'indicator', 'indicator_revision', 'progress_change', 'progress_entry', 'section', 'target_sheet'], // prettier-ignore
  targets: ['department', 'section'],
};
/** The ledger and the queue are one: a notice and its mail are written in one statement, or neither is. */
const WRITES: Readonly<Record<string, readonly string[]>> = {
  backup: ['job_run'],
  reminders: ['mail'],
};

const SRC = path.join(import.meta.dirname, '../../src');
const files = readdirSync(SRC, { recursive: true, encoding: 'utf8' }).filter(
  (file) => file.endsWith('.ts') && !file.endsWith('.spec.ts'),
);
const texts = files.map((file) => ({ folder: folderOf(file), text: readFileSync(path.join(SRC, file), 'utf8') }));
const owners = new Map(
  texts.flatMap(({ folder, text }) => [...text.matchAll(/@Entity\('(\w+)'/g)].map(([, table = '']) => [table, folder])),
);

function folderOf(file: string): string {
  return file.split(path.sep)[0] ?? '';
}

/** By folder, the tables of other folders that stand behind one of these words. */
function foreignTables(words: RegExp): Record<string, string[]> {
  const found = new Map<string, Set<string>>();
  for (const { folder, text } of texts) {
    for (const [, table = ''] of text.matchAll(words)) {
      const owner = owners.get(table);
      if (owner !== undefined && owner !== folder) found.set(folder, (found.get(folder) ?? new Set()).add(table));
    }
  }
  return Object.fromEntries([...found].sort().map(([folder, tables]) => [folder, [...tables].sort()]));
}

it('knows the folder of every table', () => {
  const tables = getMetadataArgsStorage().tables.map(({ name }) => name);
  expect(ENTITIES.length).toBeGreaterThan(0);
  expect([...owners.keys()].sort()).toEqual(tables.sort());
});

it('a folder reads only the tables of others that it is known to read', () => {
  expect(foreignTables(/\b(?:FROM|JOIN)\s+(\w+)/g)).toEqual(READS);
});

it('a folder writes its own tables only', () => {
  expect(foreignTables(/\b(?:INSERT INTO|UPDATE|DELETE FROM)\s+(\w+)/g)).toEqual(WRITES);
});
