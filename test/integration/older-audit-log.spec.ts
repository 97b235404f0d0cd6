import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { DataSource } from 'typeorm';
import { createDataSource } from '../../src/app/database/data-source.js';
import { hashOfLine } from '../../src/audit/audit-log.js';
import { AuditRepository } from '../../src/audit/audit.repository.js';
import { AuditService } from '../../src/audit/audit.service.js';
import { COVERED_AT_ONCE, openAuditLog } from '../../src/audit/open-audit-log.js';
import { Configuration } from '../../src/config/configuration.js';
import { createTestDatabase } from '../support/test-database.js';

/** Of the log, and of a history; OLDER_LINES=100000 is an office of many years, which takes minutes to make. */
const LINES = Number(process.env.OLDER_LINES ?? 3000);
const [AT_ONCE, MEGABYTE] = [2000, 1024 * 1024];
/** What the switch may hold in memory beside the program, however long the log is; and how long it may take. */
const [MOST_MEGABYTES, MOST_SECONDS] = [200, 300];

const CHAIN = `
  INSERT INTO audit_event (position, at, actor, action, subject_type, subject_id, after, hash)
  SELECT position, at, actor, action, "subjectType", "subjectId", after, hash FROM jsonb_to_recordset($1::jsonb) AS line (
    position bigint, at timestamptz, actor text, action text, "subjectType" text, "subjectId" text, after jsonb, hash text)`;
const HISTORY = `
  INSERT INTO progress_change (id, entry_id, version, action, actor, entry, changed_at)
  SELECT gen_random_uuid(), gen_random_uuid(), 1, 'submitted', 'zhang', jsonb_build_object('value', n, 'text', repeat('x', 300)),
         '2025-01-01'::timestamptz + n * interval '1 minute'
  FROM generate_series(1, $1) AS n`;

describe(`a log of ${LINES} lines from before there was a key`, () => {
  let owner: DataSource;
  let drop: () => Promise<void>;
  const folder = mkdtempSync(path.join(os.tmpdir(), 'jixiao-older-'));
  const configuration = Object.assign(new Configuration(), { DATA_DIR: folder });
  beforeAll(async () => {
    const database = await createTestDatabase();
    ({ drop } = database);
    owner = await createDataSource(database.url, { limited: false }).initialize();
    await writeChain();
    await owner.transaction(async (manager) => {
      await manager.query('SET LOCAL session_replication_role = replica');
      await manager.query(HISTORY, [LINES]);
    });
  }, 600_000);
  afterAll(async () => {
    await owner.destroy();
    await drop();
    rmSync(folder, { recursive: true });
  });

  async function writeChain(): Promise<void> {
    let previous = '';
    for (let start = 0; start < LINES; start += AT_ONCE) {
      const lines = Array.from({ length: Math.min(AT_ONCE, LINES - start) }, (_, place) => {
        const line = lineAt(start + place + 1);
        previous = hashOfLine(line, previous);
        return { ...line, hash: previous };
      });
      await owner.query(CHAIN, [JSON.stringify(lines)]);
    }
  }

  it('is closed by the first start, in pieces, and whole from then on', async () => {
    const before = process.memoryUsage().rss;
    let most = before;
    const watching = setInterval(() => {
      most = Math.max(most, process.memoryUsage().rss);
    }, 20);
    const began = performance.now();
    const known = await openAuditLog(owner, configuration);
    const seconds = (performance.now() - began) / 1000;
    clearInterval(watching);
    const megabytes = (most - before) / MEGABYTE;
    if (process.env.OLDER_LINES)
      process.stderr.write(`${LINES} lines: ${seconds.toFixed(1)} s, ${megabytes.toFixed(0)} MB\n`);
    expect([seconds < MOST_SECONDS, megabytes < MOST_MEGABYTES]).toEqual([true, true]);
    const state = await new AuditService(owner, new AuditRepository(), known).verify();
    expect(state).toMatchObject({ broken: null, lines: LINES + 2 + Math.ceil(LINES / COVERED_AT_ONCE) });
    expect(state.histories.checked).toBe(LINES);
    await known.onModuleDestroy();
  }, 600_000);
});

const lineAt = (position: number) => ({
  position: String(position),
  at: new Date(Date.UTC(2025, 0, 1) + position * 60_000),
  actorId: null,
  actor: 'zhang',
  action: 'entry.submitted',
  subjectType: 'progress_entry',
  subjectId: `entry ${position}`,
  departmentId: null,
  before: null,
  after: { status: 'submitted', version: 2 },
  reason: null,
  address: null,
  requestId: null,
});
