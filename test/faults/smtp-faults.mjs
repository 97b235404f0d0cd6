// Test 9: what a mail server can do wrong, and what becomes of the mails.
import { Application } from '../support/application.mjs';
import { FaultDatabase } from '../support/fault-database.mjs';
import { insertOwingDepartment } from '../support/owed-digests.mjs';
import { scriptedSmtp } from '../support/scripted-smtp.mjs';
import { freePort } from '../support/server-process.mjs';
import { settle } from '../support/settle.mjs';
import { SmtpSink } from '../support/smtp-sink.mjs';

const { SmtpClient } = await import(new URL('../../dist/src/delivery/mail/smtp-client.js', import.meta.url).href);

const MAIL = { from: 'jixiao@example.org', to: 'reporter@example.org', subject: 'test', text: 'test' };
const LIMIT_MS = 31_000;
const CASES = [
  ['451 to the recipient', { RCPT: '451 later' }, 'postponed'],
  ['421 as greeting', { greeting: '421 too busy' }, 'postponed'],
  ['550 to the recipient', { RCPT: '550 no such user' }, 'refused'],
  ['551 to the recipient', { RCPT: '551 not local' }, 'refused'],
  ['550 5.7.1 to the recipient', { RCPT: '550 5.7.1 relaying denied' }, 'postponed'],
  ['550 relay not permitted', { RCPT: '550 relay not permitted' }, 'postponed'],
  ['553 to the recipient', { RCPT: '553 no such mailbox name' }, 'refused'],
  ['556 to the recipient', { RCPT: '556 takes no mail' }, 'refused'],
  ['550 5.1.1 to the content', { '.': '550 5.1.1 no such user' }, 'refused'],
  ['550 5.2.1 to the content', { '.': '550 5.2.1 mailbox disabled' }, 'refused'],
  ['550 5.7.1 to the content', { '.': '550 5.7.1 policy' }, 'postponed'],
  ['552 to the recipient', { RCPT: '552 mailbox full' }, 'postponed'],
  ['554 to the recipient', { RCPT: '554 relay access denied' }, 'postponed'],
  ['552 to the content', { '.': '552 too large' }, 'postponed'],
  ['554 to the content', { '.': '554 spam' }, 'postponed'],
  ['452 to the content', { '.': '452 no space' }, 'postponed'],
  ['554 as greeting', { greeting: '554 no service here' }, 'postponed'],
  ['550 to EHLO', { EHLO: '550 go away', HELO: '550 go away' }, 'postponed'],
  ['535 to the password', { EHLO: '250-test\r\n250 AUTH PLAIN', AUTH: '535 wrong' }, 'postponed', 'jixiao:wrong@'],
  ['550 to the sender', { MAIL: '550 not you' }, 'postponed'],
  ['553 to the sender', { MAIL: '553 not your address' }, 'postponed'],
  ['554 to DATA', { DATA: '554 no valid recipients' }, 'postponed'],
  ['no greeting', { greeting: 'hang' }, 'postponed'],
  ['no answer to EHLO', { EHLO: 'hang' }, 'postponed'],
  ['no answer to MAIL', { MAIL: 'hang' }, 'postponed'],
  ['no answer to RCPT', { RCPT: 'hang' }, 'postponed'],
  ['no answer to DATA', { DATA: 'hang' }, 'postponed'],
  ['no answer to the content', { '.': 'hang' }, 'uncertain'],
  ['connection cut after the content', { '.': 'drop' }, 'uncertain'],
];

async function tryOut([name, script, expected, account = '']) {
  const server = await scriptedSmtp(script);
  const client = new SmtpClient(server.url.replace('smtp://', `smtp://${account}`));
  const started = Date.now();
  const { outcome } = await client.send(MAIL);
  const ms = Date.now() - started;
  client.close();
  await server.stop();
  const passed = outcome === expected && ms <= LIMIT_MS;
  console.log(`${name}: ${outcome} after ${ms} ms${passed ? '' : `, expected ${expected}`}`);
  return passed;
}

export async function serverFaults() {
  return (await Promise.all(CASES.map(tryOut))).every(Boolean);
}

/** The relay is down for six hours; then all are sent, and none twice. A refused recipient is never tried again. */
export async function relayDown(count) {
  const database = await (await FaultDatabase.start()).migrate();
  const port = await freePort();
  const application = await Application.start(database.url, { SMTP_URL: `smtp://127.0.0.1:${port}` });
  let sink;
  try {
    await insertOwingDepartment(database, count);
    const start = Date.parse('2026-11-06T02:00:00Z');
    application.at(new Date(start));
    await application.jobs.runDue();
    for (let minutes = 0; minutes <= 360; minutes += 120) {
      application.at(new Date(start + minutes * 60_000));
      await settle(database, application);
    }
    const sentMeanwhile = await database.value("SELECT count(*)::int FROM mail WHERE state = 'sent'");
    sink = await SmtpSink.start(port);
    application.at(new Date(start + 380 * 60_000));
    await settle(database, application);
    const sent = await database.value("SELECT count(*)::int FROM mail WHERE state = 'sent'");
    console.log(
      `relay down 6 h: queued ${count}, sent meanwhile ${sentMeanwhile}, sent after ${sent}, taken ${sink.count}`,
    );
    return sentMeanwhile === 0 && sent === count && sink.count === count && sink.taken.size === count;
  } finally {
    await application.stop();
    await sink?.stop();
    await database.stop();
  }
}

const ACCOUNT = { EHLO: '250-test\r\n250 AUTH PLAIN', AUTH: '235 welcome' };
/** Answers after which mails wait, in every phase. Silence has a test above: it lasts 20 real seconds. */
const PASSING = CASES.filter(
  ([, script, expected]) => expected !== 'refused' && !Object.values(script).includes('hang'),
);
const MAILS = 30;
const START = Date.parse('2026-11-06T02:00:00Z');
const HOURS_DOWN = [0, 0.5, 2, 8];
const REPAIR_LIMIT_MINUTES = 15;

async function outAfterRepair(database, application, server, [name, script]) {
  const at = (minutes) => settle(database, application.at(new Date(START + minutes * 60_000)));
  const value = (sql) => database.value(`SELECT count(*)::int FROM ${sql}`);
  await database.rows('DELETE FROM mail; DELETE FROM job_run; DELETE FROM relay_failure; DELETE FROM refused_address');
  server.become({ ...ACCOUNT, ...script });
  await application.at(new Date(START)).jobs.runDue();
  for (const hours of HOURS_DOWN) await at(hours * 60);
  const tries = await value('mail_attempt');
  const meanwhile = await value("mail WHERE state IN ('sent', 'refused', 'undeliverable')");
  server.become(ACCOUNT);
  const repaired = Math.max(...HOURS_DOWN) * 60;
  let minutes = 0;
  do {
    minutes += 1;
    await at(repaired + minutes);
  } while ((await value("mail WHERE state = 'sent'")) < MAILS && minutes < REPAIR_LIMIT_MINUTES);
  const sent = await value("mail WHERE state = 'sent'");
  console.log(
    `${name}: ${tries} tries in ${repaired / 60} h, wrongly ended ${meanwhile}; sent ${sent} after ${minutes} min`,
  );
  return meanwhile === 0 && sent === MAILS;
}

/** Whatever a server answers for hours: no mail ends, and all are out a quarter of an hour after the repair. */
export async function relayMended(count) {
  const database = await (await FaultDatabase.start()).migrate();
  const server = await scriptedSmtp(ACCOUNT);
  const url = server.url.replace('smtp://', 'smtp://jixiao:secret@');
  const application = await Application.start(database.url, { SMTP_URL: url });
  const cases = PASSING.toSorted(() => Math.random() - 0.5).slice(0, count);
  try {
    await insertOwingDepartment(database, MAILS);
    let passed = true;
    for (const one of cases) passed = (await outAfterRepair(database, application, server, one)) && passed;
    return passed;
  } finally {
    await application.stop();
    await server.stop();
    await database.stop();
  }
}

/** Of three mails the one that is refused fails, once; its address is then shown as failing. */
export async function oneRefused() {
  const database = await (await FaultDatabase.start()).migrate();
  const sink = await SmtpSink.start();
  sink.refused = 'reporter2@example.org';
  const application = await Application.start(database.url, { SMTP_URL: sink.url });
  try {
    await insertOwingDepartment(database, 3);
    await application.at('2026-11-06T10:00').jobs.runDue();
    await settle(database, application);
    await settle(database, application.at('2026-11-06T20:00'));
    const states = await database.rows('SELECT state, attempts FROM mail ORDER BY state, id');
    const tries = states.filter(({ state }) => state === 'refused').map(({ attempts }) => attempts);
    console.log(`of 3 mails sent: ${sink.count}, refused: ${tries.length}, tries of the refused one: ${tries}`);
    return sink.count === 2 && tries.length === 1 && tries[0] === 1;
  } finally {
    await application.stop();
    await sink.stop();
    await database.stop();
  }
}

/** Test 10: contacts change while their mails wait. */
export async function contactChanged(count) {
  const database = await (await FaultDatabase.start()).migrate();
  const sink = await SmtpSink.start();
  const application = await Application.start(database.url, { SMTP_URL: sink.url });
  try {
    await insertOwingDepartment(database, count);
    await application.at('2026-11-06T10:00').jobs.runDue();
    await database.rows("UPDATE contact SET email = 'new-' || email");
    await database.rows('UPDATE contact SET active = false WHERE id IN (SELECT id FROM contact ORDER BY id LIMIT $1)', [
      count / 4,
    ]);
    await settle(database, application);
    const old = sink.recipients.filter((address) => !address.startsWith('new-')).length;
    const cancelled = await database.value("SELECT count(*)::int FROM mail WHERE state = 'cancelled'");
    console.log(
      `contacts: ${count}, to the old address: ${old}, to the new one: ${sink.count}, cancelled: ${cancelled}`,
    );
    return old === 0 && cancelled === count / 4 && sink.count === count - count / 4;
  } finally {
    await application.stop();
    await sink.stop();
    await database.stop();
  }
}
