// Test 4: the service was down for an hour, a day or forty days: each contact gets one coalesced digest.
import { Application } from '../support/application.mjs';
import { FaultDatabase } from '../support/fault-database.mjs';
import { insertOwingDepartment } from '../support/owed-digests.mjs';
import { SmtpSink } from '../support/smtp-sink.mjs';
import { settle } from '../support/settle.mjs';

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
