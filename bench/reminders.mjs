import { spawn } from 'node:child_process';
import process from 'node:process';
import { createInterface } from 'node:readline';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { built, seconds } from './installation.mjs';

const DAY = '2026-11-06T02:00:00Z'; // three working days before October is due
const SAMPLES = 10;

// A head in every department, which owes October's 30 entries and has no reporter to be told first.
const OWING = `
  INSERT INTO contact (id, department_id, name, email, duty)
  SELECT gen_random_uuid(), id, 'Contact', 'contact' || row_number() OVER () || '@example.org', 'head' FROM department;
  DELETE FROM progress_entry WHERE month = '2026-10';
  VACUUM ANALYZE`;

const megabytes = () => Math.round(process.memoryUsage().rss / 1e6);

/** A day on which every contact owes something: planning the digests, and sending them over SMTP. */
export async function measureReminders({ app, client }, sink) {
  const { DatabaseClock } = await built('common/database-clock');
  const { Clock } = await built('common/clock');
  const { JOBS } = await built('jobs/job');
  const { MailService } = await built('delivery/mail/mail.service');
  for (const statement of OWING.split(';')) await client.query(statement);
  const at = new Date(DAY);
  app.get(Clock).now = () => at;
  app.get(DatabaseClock).now = async () => at;

  const before = megabytes();
  const digest = app.get(JOBS).find(({ name }) => name === 'reminder-digest');
  const planning = await seconds(() => digest.run(at));
  const count = async (where) => Number((await client.query(`SELECT count(*) FROM mail WHERE ${where}`)).rows[0].count);
  const planned = await count('true');
  console.log(`reminders: ${planned} mails planned in ${planning.toFixed(1)} s, memory ${before} → ${megabytes()} MB`);

  const memory = [];
  const sending = await seconds(async () => {
    app.get(MailService).startWorker();
    for (let sent = 0; sent < planned; sent = await count('finished_at IS NOT NULL')) {
      if (sent >= (planned / SAMPLES) * memory.length) memory.push(megabytes());
      await pause(100);
    }
  });
  memory.push(megabytes());
  const [taken, again] = await sink.told();
  console.log(
    `reminders: ${taken} mails taken (${again} twice) in ${sending.toFixed(0)} s, ${Math.round(taken / sending)} a second, ` +
      `memory at every tenth ${memory.join(' ')} MB`,
  );
}

/** The mail server to which they go. */
export async function startMailSink() {
  const child = spawn(process.execPath, [fileURLToPath(new URL('./mail-sink.mjs', import.meta.url))], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const lines = createInterface(child.stdout)[Symbol.asyncIterator]();
  const { value: url } = await lines.next();
  return {
    url,
    told: async () => {
      child.stdin.write('?\n');
      return (await lines.next()).value.split(' ').map(Number);
    },
    stop: () => child.stdin.end(),
  };
}
