import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { Logger } from '@nestjs/common';
import type { DataSource, EntityManager } from 'typeorm';
import { PROVEN_TABLES, provenOf, type ProvenTable } from './account-proofs.js';
import { AuditKey, useAuditKey } from './audit-key.js';
import { recordAllInAuditLog, recordInAuditLog, SEALED } from './audit-log.js';
import { AuditRepository } from './audit.repository.js';
import { ChainCheck } from './chain-check.js';
import { auditKeyMissing, auditKeyUnfit } from './errors.js';
import { covering, HISTORY_TABLES, wholeHistory } from './history-lines.js';
import { KeptHead } from './kept-head.js';
import { KnownHead, knownHeadFile } from './known-head.js';
import { proveRowsFound } from './rows/proven-rows.js';
import { areRowsUncovered, coverRows } from './rows/row-statements.js';
import { checkpointsOf } from './shortening/checkpoints.js';
import { makeFolder } from '../common/make-folder.js';
import { writeWholeFile } from '../common/whole-file.js';
import type { Configuration } from '../config/configuration.js';

const SHORTEST = 32;
const logger = new Logger('audit');
/** As many lines of a history as one line of the log vouches for. */
export const COVERED_AT_ONCE = 500;

const LAST_SEAL = 'SELECT seal FROM audit_event WHERE seal IS NOT NULL ORDER BY position DESC LIMIT 1';

/**
 * The log with its key: that of the settings, or of DATA_DIR, where the first start makes one. The first start also closes
 * what earlier versions wrote, and vouches for every line of the histories. A log that was sealed before is never closed so
 * again: whoever took its seals away would be helped. Likewise rows are vouched for as an upgrade finds them only where the log
 * is whole: whoever hides the line that says that they were would have what they planted vouched for.
 * @throws DomainError `audit-key-missing`, `audit-key-unfit`
 */
export async function openAuditLog(dataSource: DataSource, configuration: Configuration): Promise<KnownHead> {
  return dataSource.transaction(async (manager) => {
    await manager.query('SELECT hold_audit_tail()');
    const given = givenKey(configuration);
    const [last]: { seal: string }[] = await manager.query(LAST_SEAL);
    if (last && !given?.isOf(last.seal)) throw auditKeyMissing(last.seal.split(':')[0] ?? '');
    const known = new KeptHead(knownHeadFile(configuration)).read();
    if (!given && known) throw auditKeyMissing(known.signature.split(':')[0] ?? '');
    const head = opened(dataSource, configuration, given ?? (await newKey(configuration)));
    const isNew = !last && !known;
    if (isNew) await close(manager, head.key);
    if ((await areRowsUncovered(manager)) && (isNew || (await isWhole(dataSource, head)))) {
      await coverRows(manager);
      await prove(manager, 'contact'); // earlier versions proved accounts alone
      await proveRowsFound(manager);
    }
    return head;
  });
}

/** From its beginning, and up to the head that is known here. */
async function isWhole(dataSource: DataSource, known: KnownHead): Promise<boolean> {
  const head = known.read();
  const checkpoint = (await checkpointsOf(dataSource.manager)).at(-1) ?? null;
  const way = { heads: head ? [head] : [], checkpoint };
  const { broken } = await new ChainCheck(dataSource, new AuditRepository(), known.key, way).run();
  if (broken)
    logger.error('the audit log is not whole, so rows are not vouched for as they are: jixiao verify says where');
  return broken === null;
}

/** Another key from now on, as where the former one is lost or was not restored. It vouches for what it finds. */
export async function renewAuditKey(dataSource: DataSource, configuration: Configuration): Promise<AuditKey> {
  return dataSource.transaction(async (manager) => {
    const { key } = opened(dataSource, configuration, await newKey(configuration));
    await close(manager, key);
    await coverRows(manager);
    for (const table of PROVEN_TABLES) await prove(manager, table);
    await proveRowsFound(manager);
    return key;
  });
}

/** Whether a key is here, and is the one that the log is sealed with. */
export async function isAuditKeyHere(dataSource: DataSource, configuration: Configuration): Promise<boolean> {
  const [last]: { seal: string }[] = await dataSource.query(LAST_SEAL);
  return !last || (givenKey(configuration)?.isOf(last.seal) ?? false);
}

async function prove(manager: EntityManager, table: ProvenTable): Promise<void> {
  const rows: { id: string }[] = await manager.query(`SELECT id FROM ${table} ORDER BY id`);
  const about = { action: provenOf(table), subjectType: table };
  await recordAllInAuditLog(
    manager,
    rows.map(({ id }) => ({ ...about, subjectId: id })),
  );
}

function opened(dataSource: DataSource, configuration: Configuration, key: AuditKey): KnownHead {
  const head = new KnownHead(dataSource, configuration, key);
  useAuditKey(dataSource, {
    key,
    grew: () => {
      head.grew();
    },
  });
  return head;
}

async function close(manager: EntityManager, { name }: AuditKey): Promise<void> {
  const about = { subjectType: 'audit_log', after: { key: name } };
  await recordInAuditLog(manager, { action: SEALED, ...about });
  for (const table of HISTORY_TABLES) {
    for await (const lines of wholeHistory(manager, table, COVERED_AT_ONCE)) {
      const after = { lines: lines.length };
      await recordInAuditLog(manager, {
        action: 'history.covered',
        subjectType: table,
        after,
        covers: covering(table, lines),
      });
    }
  }
}

export const auditKeyFile = ({ DATA_DIR }: Configuration): string => path.resolve(DATA_DIR, 'audit.key');

async function newKey(configuration: Configuration): Promise<AuditKey> {
  const secret = randomBytes(32).toString('hex');
  makeFolder(path.resolve(configuration.DATA_DIR), 0o700);
  await writeWholeFile(auditKeyFile(configuration), Buffer.from(`${secret}\n`), 0o600);
  return new AuditKey(secret);
}

/** The key in use; null: there is none yet. @throws DomainError `audit-key-unfit` */
export function auditSecret(configuration: Configuration): string | null {
  if (configuration.AUDIT_KEY !== undefined) return configuration.AUDIT_KEY;
  const file = auditKeyFile(configuration);
  try {
    const secret = readFileSync(file, 'utf8').trim();
    if (secret.length >= SHORTEST) return secret;
  } catch (error) {
    if ((error as { code?: string }).code === 'ENOENT') return null;
  }
  throw auditKeyUnfit(file);
}

function givenKey(configuration: Configuration): AuditKey | null {
  const secret = auditSecret(configuration);
  return secret === null ? null : new AuditKey(secret);
}
