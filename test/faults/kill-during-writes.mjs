// Test 2: kill -9 of the server, its worker and its database at random points while entries are written and mails sent:
// every acknowledged write is there after the restart, and every mail that was planned ends in a final state.
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { setTimeout as pause } from 'node:timers/promises';
import { MailLedger } from '../support/mail-ledger.mjs';
import { freePort, ServerProcess } from '../support/server-process.mjs';
import { SmtpSink } from '../support/smtp-sink.mjs';

const WRITERS = 4;
const INDICATORS = 24;
const MONTHS = Array.from({ length: 10 }, (_, index) => `2026-${String(index + 1).padStart(2, '0')}`);
/** A kill comes after 0 to this many acknowledged writes since the start. */
const MOST_WRITES = 120;
/** The server's time when it first starts: the fifth working day after October's due date, on which the performance office is told, too. */
const BEGINS_AT = Date.parse('2026-11-13T01:00:00Z');
const NEW_CONTACTS = 10;
/** A mail that is under way takes so long, so that kills meet some. */
const MAIL_MS = 1500;
const RECLAIM_LIMIT_S = 60;

const random = (below) => Math.floor(Math.random() * below);

/** One indicator's month: what the server acknowledged last, and what was on its way when it died. */
class Entry {
  version = 0;
  value = null;
  pending = null;

  constructor(indicatorId, month) {
    this.route = `/indicators/${indicatorId}/progress/${month}`;
  }

  /** @returns whether the write was acknowledged. */
  async write(server) {
    this.pending = String(random(1_000_000));
    const seen = this.version === 0 ? { 'if-none-match': '*' } : { 'if-match': `"${this.version}"` };
    const answer = await server.request('PUT', this.route, { value: this.pending }, seen);
    if (answer === null) return false;
    if (answer.status === 503) return true; // not acknowledged, and not written
    if (answer.status !== 200) throw new Error(`PUT ${this.route}: ${answer.status} ${JSON.stringify(answer.body)}`);
    this.acknowledge(answer.body);
    return true;
  }

  /** A server that has just started, on a busy machine, may ask to come again (503). */
  async read(server) {
    for (;;) {
      const answer = await server.request('GET', this.route);
      if (answer?.status === 200 || answer?.status === 404) return answer;
      if (answer?.status !== 503) throw new Error(`GET ${this.route}: ${answer?.status}`);
      await pause(500);
    }
  }

  /** Compares with what is stored. @returns what was lost, in words; undefined when nothing was. */
  async check(server) {
    const answer = await this.read(server);
    const stored = answer.status === 404 ? { version: 0, value: null } : answer.body;
    const asAcknowledged = stored.version === this.version && stored.value === this.value;
    const oneFurther = stored.version === this.version + 1 && this.pending !== null && stored.value === this.pending;
    const told = `acknowledged ${this.version} (${this.value}), stored ${stored.version} (${stored.value})`;
    this.acknowledge(stored);
    return asAcknowledged || oneFurther ? undefined : `${this.route}: ${told}`;
  }

  acknowledge({ version, value }) {
    this.version = version;
    this.value = value;
    this.pending = null;
  }
}

/** Commitments take a plain number every month and nobody else writes to them. */
async function createEntries(server) {
  const sheets = await server.request('GET', '/target-sheets');
  const [{ id, fiscalYear }] = sheets.body.items;
  const firstMonth = `${fiscalYear}-01`;
  const entries = [];
  for (let number = 0; number < INDICATORS; number += 1) {
    const commitment = { level1: '产出指标', level2: '数量指标', name: `故障试验 ${number}`, raw: '>=4篇', firstMonth };
    const { status, body } = await server.request('POST', `/target-sheets/${id}/commitments`, commitment);
    if (status !== 201) throw new Error(`commitment: ${status} ${JSON.stringify(body)}`);
    entries.push(...MONTHS.map((month) => new Entry(body.id, month)));
  }
  return entries;
}

/** Writes without pause until the server is killed, after a random number of acknowledgements. @returns how many. */
async function writeUntilKilled(server, entries) {
  const last = random(MOST_WRITES);
  let acknowledged = 0;
  let killed = last === 0 ? server.kill() : undefined;
  const writer = async (number) => {
    const own = entries.filter((_, index) => index % WRITERS === number); // so each knows the version to give
    while (await own[random(own.length)].write(server)) {
      acknowledged += 1;
      if (acknowledged >= last) killed ??= server.kill(); // the other writers are in the middle of theirs
    }
  };
  await Promise.all(Array.from({ length: WRITERS }, (_, number) => writer(number)));
  await killed;
  return acknowledged;
}

async function expectStatus(expected, answer) {
  const { status, body } = await answer;
  if (status !== expected) throw new Error(`${status} instead of ${expected}: ${JSON.stringify(body)}`);
  return body;
}

/** Whoever is new has not been told yet, so every life has mails to send; also one that ends within a minute, which the job runs once in. */
async function planMails(server, administrator, dataFolder, departmentId, life) {
  for (let number = 0; number < NEW_CONTACTS; number += 1) {
    const contact = {
      departmentId,
      name: `联系人 ${life}-${number}`,
      email: `c${life}-${number}@example.org`,
      duty: 'office',
    };
    await expectStatus(201, server.request('POST', '/contacts', contact));
  }
  await MailLedger.forgetRuns(dataFolder);
  await expectStatus(200, server.request('POST', '/jobs/reminder-digest/runs', {}, administrator));
}

async function slowSink() {
  const sink = await SmtpSink.start();
  const take = sink.take.bind(sink);
  sink.take = (content, answer) => pause(random(MAIL_MS)).then(() => take(content, answer));
  return sink;
}

export async function killDuringWrites(kills) {
  const dataFolder = mkdtempSync(path.join(os.tmpdir(), 'jixiao-kill-'));
  const port = await freePort();
  const sink = await slowSink();
  const ahead = BEGINS_AT - Date.now();
  const start = () =>
    new ServerProcess(dataFolder, port, { SMTP_URL: sink.url, CLOCK_AT: new Date(Date.now() + ahead).toISOString() });
  const lost = [];
  const downtimes = [];
  let acknowledged = 0;
  let server = start();
  try {
    await server.ready();
    await MailLedger.watch(dataFolder);
    await server.signIn('sysadmin');
    const administrator = server.credentials;
    server.credentials = {}; // signing in with them would end that session
    await server.signIn('li.yangli'); // of the performance office
    const entries = await createEntries(server);
    const departments = await server.request('GET', '/departments');
    const [department] = departments.body.items;
    for (let kill = 1; kill <= kills; kill += 1) {
      await planMails(server, administrator, dataFolder, department.id, kill);
      acknowledged += await writeUntilKilled(server, entries);
      const since = new Date();
      server = await start().continuing(server).ready();
      const until = new Date();
      downtimes.push({ since, until });
      const found = await Promise.all(entries.map((entry) => entry.check(server)));
      lost.push(...found.filter(Boolean));
      console.error(`kill ${kill}: ${acknowledged} acknowledged, ready again in ${until - since} ms`);
    }
    const mails = await MailLedger.settled(dataFolder, sink, downtimes);
    await server.stop();
    for (const line of lost) console.log(`lost: ${line}`);
    console.log(`kills: ${kills}, acknowledged: ${acknowledged}, lost: ${lost.length}`);
    console.log(`mails: ${JSON.stringify(mails)}`);
    const mailsKept = mails.planned > 0 && mails.lost === 0 && mails.longestReclaimSeconds <= RECLAIM_LIMIT_S;
    return lost.length === 0 && acknowledged > 0 && mailsKept;
  } finally {
    if (server.lives) await server.kill();
    await sink.stop();
    rmSync(dataFolder, { recursive: true, force: true });
  }
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  const { values } = parseArgs({ options: { kills: { type: 'string', default: '20' } } });
  process.exitCode = (await killDuringWrites(Number(values.kills))) ? 0 : 1;
}
