// The key of the audit log through its whole life, and a log that is shortened, each by the commands that people run: what an
// encrypted backup brings back, what a lost key leaves, and what `verify` says of lines whose time was over.
import { copyFileSync, mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { startEmbeddedPostgres } from '../../dist/src/database/embedded/embedded-postgres.js';
import { jixiao } from '../support/jixiao.mjs';

const IDENTITY = 'backup.key';

async function inFolders(prefix, work) {
  const root = mkdtempSync(path.join(os.tmpdir(), prefix));
  try {
    return await work((name) => path.join(root, name));
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

/** As the owner of the tables. */
async function asOwner(folder, work) {
  const server = await startEmbeddedPostgres({ dataFolder: folder });
  const client = new pg.Client(server.ownerUrl);
  await client.connect();
  try {
    return await work((sql) => client.query(sql).then(({ rows }) => rows));
  } finally {
    await client.end();
    await server.stop();
  }
}

const sealsOf = (folder) =>
  asOwner(folder, (query) =>
    query(`SELECT action, split_part(seal, ':', 1) AS key FROM audit_event ORDER BY position`),
  );

/** Everything that is said has to hold. */
function told(what, seen) {
  const wrong = Object.entries(seen).filter(([, holds]) => holds !== true);
  console.log(`${what}: ${wrong.length === 0 ? Object.keys(seen).join(', ') : `NOT SO: ${JSON.stringify(wrong)}`}`);
  return wrong.length === 0;
}

const someone = (number) => ['user', 'add', `wang.${number}`, '--role', 'auditor', '--name', '王新'];

/** An encrypted backup brings the key: the log goes on under it, and leads to the heads that were kept. */
const backupBringsTheKey = (folder) =>
  inFolders('jixiao-key-', async (place) => {
    const [first, second, head] = [{ DATA_DIR: folder }, { DATA_DIR: place('second') }, place('head.json')];
    await jixiao(first, ...someone(1));
    copyFileSync(path.join(folder, 'audit-head.json'), head);
    const { printed: recipient } = await jixiao(first, 'backup-key', place(IDENTITY));
    const backup = await jixiao(first, 'backup', place('whole.tar.age'), '--recipient', recipient);
    const restored = await jixiao(second, 'restore', backup.printed, '--identity', place(IDENTITY));
    const added = await jixiao(second, ...someone(2));
    const verified = await jixiao(second, 'verify', '--head', head);
    const keys = new Set((await sealsOf(place('second'))).map(({ key }) => key));
    const keyOf = (one) => readFileSync(path.join(one, 'audit.key'), 'utf8').trim();
    return told('an encrypted backup', {
      'is restored': restored.code === 0,
      'brings the key': keyOf(place('second')) === keyOf(folder) && !restored.said.includes('new one'),
      'the log goes on under it': added.code === 0 && keys.size === 1,
      'it leads to the head that was kept': verified.code === 0 && verified.said.includes('leads to the head'),
    });
  });

/** A key that is lost: nothing starts, until another one seals what follows; what was before is still vouched for. */
const lostKey = (folder) =>
  inFolders('jixiao-lost-', async (place) => {
    const settings = { DATA_DIR: folder };
    const early = await jixiao(settings, 'audit-key', '--new');
    renameSync(path.join(folder, 'audit.key'), place('lost.key'));
    const refused = await jixiao(settings, ...someone(3));
    const made = await jixiao(settings, 'audit-key', '--new');
    const added = await jixiao(settings, ...someone(4));
    const verified = await jixiao(settings, 'verify');
    const seals = await sealsOf(folder);
    const closing = seals.findLastIndex(({ action }) => action === 'audit_log.sealed');
    const [before, after] = [seals.slice(0, closing), seals.slice(closing)].map(
      (lines) => new Set(lines.map(({ key }) => key)),
    );
    await asOwner(folder, async (query) => {
      await query('ALTER TABLE audit_event DISABLE TRIGGER USER');
      await query("UPDATE audit_event SET actor = 'somebody else' WHERE position = 2");
      await query('ALTER TABLE audit_event ENABLE TRIGGER USER');
    });
    const altered = await jixiao(settings, 'verify');
    return told('a key that is lost', {
      'is not replaced while it is there': early.code === 1,
      'lets nothing start': refused.code === 1 && refused.said.includes('audit-key --new'),
      'is replaced': made.code === 0 && made.printed === path.join(folder, 'audit.key'),
      'earlier lines have the former, later ones the new': added.code === 0 && before.size === 1 && after.size === 1,
      'they are two': [...before].join() !== [...after].join(),
      'all of it is whole': verified.code === 0,
      'an earlier line that is altered is named':
        altered.code === 1 && altered.said.includes('Line 2 of the audit log'),
    });
  });

export const auditKeys = () =>
  inFolders('jixiao-audit-keys-', async (place) => {
    const folder = place('data');
    return (await backupBringsTheKey(folder)) && (await lostKey(folder));
  });

/** Lines of so many days ago, as far as the log knows. */
async function daysAgo(days, folder, work) {
  const [{ clock }] = await asOwner(folder, (query) =>
    query("SELECT pg_get_functiondef('hold_audit_tail'::regproc) AS clock"),
  );
  const back = clock.replaceAll('clock_timestamp()', `clock_timestamp() - interval '${days} days'`);
  await asOwner(folder, (query) => query(back));
  await work();
  await asOwner(folder, (query) => query(clock));
}

export const shortenedLog = () =>
  inFolders('jixiao-shorten-', async (place) => {
    const [folder, second] = [place('data'), place('second')];
    const settings = { DATA_DIR: folder, AUDIT_DAYS: '200', AUDIT_HEAD_DIR: place('heads') };
    await jixiao({ DATA_DIR: folder }, 'migrate');
    await daysAgo(400, folder, () => jixiao({ DATA_DIR: folder }, ...someone(1)));
    const leapt = await jixiao(settings, 'shorten-audit-log');
    await daysAgo(30, folder, () => jixiao({ DATA_DIR: folder }, ...someone(2)));
    const unset = await jixiao({ DATA_DIR: folder }, 'shorten-audit-log');
    const stays = await jixiao({ ...settings, AUDIT_HEAD_DIR: '' }, 'shorten-audit-log');
    const shortened = await jixiao(settings, 'shorten-audit-log');
    const again = await jixiao(settings, 'shorten-audit-log');
    const verified = await jixiao({ DATA_DIR: folder }, 'verify');
    const { printed: recipient } = await jixiao(settings, 'backup-key', place(IDENTITY));
    const backup = await jixiao(settings, 'backup', place('whole.tar.age'), '--recipient', recipient);
    const restored = await jixiao({ DATA_DIR: second }, 'restore', backup.printed, '--identity', place(IDENTITY));
    const open = await jixiao(settings, 'backup', place('open.tar'));
    const renewed = await jixiao({ DATA_DIR: place('third') }, 'restore', open.printed);
    await asOwner(second, async (query) => {
      await query('ALTER TABLE audit_checkpoint DISABLE TRIGGER USER');
      await query('DELETE FROM audit_checkpoint');
      await query('ALTER TABLE audit_checkpoint ENABLE TRIGGER USER');
    });
    const removed = await jixiao({ DATA_DIR: second }, 'verify');
    // Closed, rows covered, somebody made: three lines are old.
    return told('a log that is shortened', {
      'not without AUDIT_DAYS': unset.code === 1 && unset.said.includes('AUDIT_DAYS is not set'),
      'nor after a leap of the clock': leapt.code === 1 && leapt.said.includes('Set both clocks right'),
      'nor before a head has left': stays.code === 1 && stays.said.includes('No head of the audit log has left'),
      'is, once': shortened.code === 0 && /\d+ lines were dropped/.test(shortened.said) && again.code === 0,
      'verify says where it begins': verified.code === 0 && verified.said.includes('It begins with line 4'),
      'is restored with its checkpoint': restored.code === 0 && restored.said.includes('It begins with line 4'),
      'also under the key that restore makes': renewed.code === 0 && renewed.said.includes('It begins with line 4'),
      'a checkpoint that is gone is named': removed.code === 1 && removed.said.includes('are missing from line 1 on'),
    });
  });
