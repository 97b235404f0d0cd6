// Test 1: kill -9 of the worker right after SMTP 250, before its commit: the mail goes out again under the same Message-ID.
import { setTimeout as pause } from 'node:timers/promises';
import { Application, AUDIT_KEY } from '../support/application.mjs';
import { FaultDatabase } from '../support/fault-database.mjs';
import { insertOwingDepartment } from '../support/owed-digests.mjs';
import { ServerProcess } from '../support/server-process.mjs';
import { SmtpSink } from '../support/smtp-sink.mjs';
import { waitUntil } from '../support/wait-until.mjs';

/** Enough that there is always one to be killed over: a killed worker holds up to 20 mails for 45 seconds. */
const mailsFor = (kills) => 3 * kills + 200;
const MOST_TAKEN = 5;
/** A worker listens on none. */
const UNUSED_PORT = 3000;
const POLL_MS = 5;
const LAST_CLAIM_MS = 120_000;

async function planDigests(database, count) {
  const application = await Application.start(database.url);
  await application.jobs.runDue(); // today's own digest, while nobody owes anything: a later one would supersede these
  await insertOwingDepartment(database, count);
  await application.jobs.run('reminder-digest', new Date('2026-11-06T02:00:00Z'));
  await application.stop();
}

/**
 * The next 250 when the mail before is committed: a kill can then catch one mail. What a worker had handed over when it
 * was killed gets none.
 */
function oneAtATime(sink, isCommitted) {
  const take = sink.take.bind(sink);
  let last = Promise.resolve();
  sink.take = (content, answer, life) => {
    last = last.then(async () => {
      if (life !== sink.life) return answer(new Error('nobody listens'));
      const id = take(content, answer);
      while (life === sink.life && !(await isCommitted(id))) await pause(POLL_MS);
    });
  };
}

async function killOverMail(settings, sink, folder) {
  const worker = new ServerProcess(folder, UNUSED_PORT, settings);
  sink.life = worker;
  let left = 1 + Math.floor(Math.random() * MOST_TAKEN);
  const killed = new Promise((resolve) => {
    sink.onTaken = () => {
      left -= 1;
      if (left > 0) return;
      sink.life = null;
      resolve(worker.kill());
    };
  });
  await Promise.race([killed, worker.exited]);
  if (left > 0) throw new Error(`the worker ended by itself: ${worker.said}`);
}

/** Every mail that was planned, and how often the server took each. */
async function reckoning(database, sink) {
  const unfinished = () => database.value('SELECT count(*)::int FROM mail WHERE finished_at IS NULL');
  await waitUntil('all mails in a final state', async () => (await unfinished()) === 0, LAST_CLAIM_MS);
  const ids = await database.rows("SELECT '<' || id || '@jixiao>' AS id FROM mail");
  return {
    mails: ids.length,
    sent: await database.value("SELECT count(*)::int FROM mail WHERE state = 'sent'"),
    lost: ids.filter(({ id }) => !sink.taken.has(id)).length,
    twice: sink.count - sink.taken.size,
    most: Math.max(...sink.taken.values()),
  };
}

export async function killAfterAccept(kills) {
  const database = await (await FaultDatabase.start()).migrate();
  const sink = await SmtpSink.start();
  const settings = { DATABASE_URL: database.url, SMTP_URL: sink.url, ROLE: 'worker', WORKER_PORT: '0', AUDIT_KEY };
  oneAtATime(sink, (id) =>
    database.value("SELECT count(*)::int FROM mail WHERE finished_at IS NOT NULL AND '<' || id || '@jixiao>' = $1", [
      id,
    ]),
  );
  let worker;
  try {
    await planDigests(database, mailsFor(kills));
    for (let kill = 0; kill < kills; kill += 1) await killOverMail(settings, sink, database.folder);
    sink.onTaken = () => {};
    worker = new ServerProcess(database.folder, UNUSED_PORT, settings);
    sink.life = worker;
    const { mails, sent, lost, twice } = await reckoning(database, sink);
    console.log(`kills: ${kills}, mails: ${mails}, sent: ${sent}, lost: ${lost}, taken again: ${twice}`);
    return lost === 0 && sent === mails && sink.taken.size === mails && twice > 0 && twice <= kills;
  } finally {
    if (worker?.lives) await worker.kill();
    await sink.stop();
    await database.stop();
  }
}

/** Each takes so long, so that a kill finds all connections at work. */
const ANSWER_MS = 20;

/** As it is without that queue: a kill may catch one mail of each connection that is open. */
export async function killWhileSending(kills) {
  const database = await (await FaultDatabase.start()).migrate();
  const sink = await SmtpSink.start();
  const settings = { DATABASE_URL: database.url, SMTP_URL: sink.url, ROLE: 'worker', WORKER_PORT: '0', AUDIT_KEY };
  const take = sink.take.bind(sink);
  sink.take = (content, answer, life) =>
    setTimeout(() => (life === sink.life ? take(content, answer) : answer(new Error('nobody listens'))), ANSWER_MS);
  let worker;
  try {
    await planDigests(database, mailsFor(kills) + 20 * kills);
    let open = 0;
    for (let kill = 0; kill < kills; kill += 1) {
      worker = new ServerProcess(database.folder, UNUSED_PORT, settings);
      sink.life = worker;
      let left = 1 + Math.floor(Math.random() * 4 * MOST_TAKEN);
      await new Promise((resolve, reject) => {
        sink.onTaken = () => {
          left -= 1;
          if (left > 0) return;
          sink.onTaken = () => {};
          sink.life = null;
          open += sink.server.connections.size;
          resolve(worker.kill());
        };
        void worker.exited.then(() => left > 0 && reject(new Error(`the worker ended by itself: ${worker.said}`)));
      });
    }
    worker = new ServerProcess(database.folder, UNUSED_PORT, settings);
    sink.life = worker;
    const { mails, sent, lost, twice, most } = await reckoning(database, sink);
    console.log(
      `kills: ${kills}, connections open then: ${open}, mails: ${mails}, lost: ${lost}, taken again: ${twice}`,
    );
    return lost === 0 && sent === mails && twice <= open && most <= 1 + kills;
  } finally {
    if (worker?.lives) await worker.kill();
    await sink.stop();
    await database.stop();
  }
}
