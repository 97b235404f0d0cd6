// Test 4: the service was down for an hour, a day or forty days: each contact gets one coalesced digest.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { Application } from '../support/application.mjs';
import { FaultDatabase } from '../support/fault-database.mjs';
import { insertOwingDepartment } from '../support/owed-digests.mjs';
import { SmtpSink } from '../support/smtp-sink.mjs';
import { jixiao } from '../support/jixiao.mjs';
import { settle } from '../support/settle.mjs';
import { Buffer } from 'node:buffer';
import { simpleParser } from 'mailparser';

const SECTIONS = 50;
/** When it went down, and when it came back: in the middle of a day with steps of the ladder on either side. */
const OUTAGES = [
  ['1 h', '2026-11-06T08:30', '2026-11-06T09:30'],
  ['26 h', '2026-11-05T08:00', '2026-11-06T10:00'],
  ['40 days', '2026-10-09T08:00', '2026-11-18T10:00'],
];

async function outage(down, up) {
  const database = await (await FaultDatabase.start()).migrate();
  const sink = await SmtpSink.start();
  try {
    await insertOwingDepartment(database, SECTIONS);
    const before = (await Application.start(database.url, { SMTP_URL: sink.url })).at(down);
    await before.jobs.runDue();
    await before.stop(); // with mails still in the queue, planned for nine o'clock
    const after = (await Application.start(database.url, { SMTP_URL: sink.url })).at(up);
    await after.jobs.runDue();
    await settle(database, after);
    await after.stop();
    return { mails: sink.count, contacts: new Set(sink.recipients).size };
  } finally {
    await sink.stop();
    await database.stop();
  }
}

export async function downtime() {
  let passed = true;
  for (const [name, down, up] of OUTAGES) {
    const { mails, contacts } = await outage(down, up);
    console.log(`down ${name}: contacts ${SECTIONS}, told ${contacts}, mails ${mails}`);
    passed &&= mails === SECTIONS && contacts === SECTIONS;
  }
  return passed;
}

const DEPARTMENTS = 3;
const SECTIONS_EACH = 20;
/** Fewer than contacts: most answer for several sections, some are heads or of the performance office besides. */
const PERSONS = 15;
/** A weekend, and a backup of 39 days ago that is restored with the mails that were about to go then. */
const LONG_OUTAGES = [
  ['3 days over a weekend', '2026-11-06T00:30', '2026-11-09T10:00'],
  ['a backup 39 days old', '2026-10-10T08:00', '2026-11-18T10:00', restored],
];

const random = (below) => Math.floor(Math.random() * below);

/** Departments whose contacts share addresses at random. */
async function insertOrganisation(database) {
  for (let number = 0; number < DEPARTMENTS; number += 1) {
    const departmentId = await insertOwingDepartment(database, SECTIONS_EACH, `单位 ${number}`);
    const first = random(PERSONS);
    for (const [position, duty] of ['head', 'office'].entries())
      await database.rows(
        'INSERT INTO contact (id, department_id, name, email, duty) VALUES (gen_random_uuid(), $1, $2, $3, $4)',
        [departmentId, `${duty} ${number}`, `person${(first + position) % PERSONS}@example.org`, duty],
      );
  }
  await database.rows(
    `UPDATE contact SET email = 'person' || floor(random() * $1) || '@example.org', language = (ARRAY['zh', 'en'])[1 + floor(random() * 2)::int]
     WHERE duty = 'reporter'`,
    [PERSONS],
  );
  await database.rows("UPDATE indicator SET name = '指标<' || id || '>'");
}

/** Half of the indicators are handed in while nothing runs, and some contacts leave. @returns the names of those still owed */
async function workMeanwhile(database) {
  await database.rows(`
    INSERT INTO progress_entry (id, indicator_id, month, value, status, submitted_at, updated_at)
    SELECT gen_random_uuid(), i.id, '2026-' || lpad(m::text, 2, '0'), 5, 'submitted', now(), now()
    FROM (SELECT id FROM indicator WHERE random() < 0.5) i, generate_series(1, 10) m`);
  await database.rows("UPDATE contact SET active = false WHERE duty = 'reporter' AND random() < 0.1");
  const owed = await database.rows(
    'SELECT name FROM indicator i WHERE NOT EXISTS (SELECT 1 FROM progress_entry e WHERE e.indicator_id = i.id)',
  );
  return new Set(owed.map(({ name }) => name));
}

/** `jixiao backup` of it, and `jixiao restore` of that into a new database; the old one is lost. */
async function restored(lost) {
  const shelf = mkdtempSync(path.join(os.tmpdir(), 'jixiao-shelf-'));
  const database = await FaultDatabase.start();
  try {
    const file = path.join(shelf, 'backup.tar');
    const before = { DATA_DIR: path.join(shelf, 'before'), DATABASE_URL: lost.url };
    const after = { DATA_DIR: path.join(shelf, 'after'), DATABASE_URL: database.url };
    for (const [settings, ...words] of [
      [before, 'backup', file],
      [after, 'restore', file],
    ]) {
      const { code, said } = await jixiao(settings, ...words);
      if (code !== 0) throw new Error(`${words.join(' ')}: ${said}`);
    }
    await lost.stop();
    // A backup that is not encrypted holds no key: what is restored goes on under a new one.
    return { database, AUDIT_KEY: readFileSync(path.join(after.DATA_DIR, 'audit.key'), 'utf8').trim() };
  } catch (error) {
    await database.stop();
    throw error;
  } finally {
    rmSync(shelf, { recursive: true, force: true });
  }
}

async function longOutage(down, up, meanwhile) {
  let database = await (await FaultDatabase.start()).migrate();
  const sink = await SmtpSink.start();
  const contents = [];
  const take = sink.take.bind(sink);
  sink.take = (content, ...answer) => {
    contents.push(content);
    return take(content, ...answer);
  };
  try {
    await insertOrganisation(database);
    const before = (await Application.start(database.url, { SMTP_URL: sink.url })).at(down);
    await before.jobs.runDue();
    await before.stop();
    const waited = await database.value("SELECT count(*)::int FROM mail WHERE kind = 'digest' AND finished_at IS NULL");
    const found = meanwhile ? await meanwhile(database) : { database };
    database = found.database;
    const settings = { SMTP_URL: sink.url, ...(found.AUDIT_KEY && { AUDIT_KEY: found.AUDIT_KEY }) };
    const owed = await workMeanwhile(database);
    const after = (await Application.start(database.url, settings)).at(up);
    await after.jobs.runDue();
    await settle(database, after);
    await after.stop();
    const ids = new Set(
      (await database.rows("SELECT '<' || id || '@jixiao>' AS id FROM mail WHERE kind = 'digest'")).map(({ id }) => id),
    );
    const mails = await Promise.all(contents.map((content) => simpleParser(Buffer.from(content, 'latin1'))));
    const digests = mails.filter(({ messageId }) => ids.has(messageId));
    const persons = new Set(digests.map(({ to }) => to.text.match(/person\d+/)?.[0]));
    const perPerson = digests.length - persons.size;
    const texts = digests.map(({ text }) => text);
    const lines = texts.flatMap((text) => text.match(/指标<[0-9a-f-]+>/g) ?? []);
    const stale = lines.filter((name) => !owed.has(name)).length;
    return { waited, mails: digests.length, perPerson, lines: lines.length, stale };
  } finally {
    await sink.stop();
    await database.stop();
  }
}

/** Test 23: whatever waited, each person gets at most one digest, and every line of it is true when it is sent. */
export async function longDowntime(rounds) {
  let passed = true;
  for (let round = 0; round < rounds; round += 1) {
    for (const [name, ...outage] of LONG_OUTAGES) {
      const { waited, mails, perPerson, lines, stale } = await longOutage(...outage);
      console.log(
        `${name}: ${waited} mails waited, ${mails} digests, ${perPerson} second ones, ${lines} lines, ${stale} stale`,
      );
      passed &&= waited > 0 && mails > 0 && lines > 0 && perPerson === 0 && stale === 0;
    }
  }
  return passed;
}
