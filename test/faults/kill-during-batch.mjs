// kill -9 of the server while it makes a batch of reports: the next start takes it up when its claim has run out, and it ends
// once and whole: one archive with every file, and no report issued twice.
import { Buffer } from 'node:buffer';
import { pathToFileURL } from 'node:url';
import { setTimeout as pause } from 'node:timers/promises';
import { unzipSync } from 'fflate';
import { freePort, ServerProcess } from '../support/server-process.mjs';
import { waitUntil } from '../support/wait-until.mjs';
import { withServer } from './with-server.mjs';

const FORMATS = ['xlsx', 'docx', 'pdf', 'html'];
const FORMS = { kind: 'self-evaluation', month: '2026-09' };
/** A claim is held for a minute and a half. */
const LAST_CLAIM_MS = 150_000;
const POLL_MS = 5;

const batchOf = async (server, id) => (await server.request('GET', `/reports/batches/${id}`)).body;

/** Kills the server when the first report of the batch is issued and others are not. */
async function killOverBatch(server) {
  const { status, body } = await server.request('POST', '/reports/batches', { ...FORMS, formats: FORMATS });
  if (status !== 202) throw new Error(`batch: ${status} ${JSON.stringify(body)}`);
  for (;;) {
    const { state, done, total } = await batchOf(server, body.id);
    if (state === 'working' && done > 0 && done < total) break;
    if (state !== 'waiting' && state !== 'working') throw new Error(`it ended before it could be killed: ${state}`);
    await pause(POLL_MS);
  }
  await server.kill();
  return body.id;
}

async function filesOf(server, id) {
  const answer = await server.send('GET', `/reports/batches/${id}/file`);
  return Object.values(unzipSync(Buffer.from(await answer.arrayBuffer())));
}

async function killed(first, folder) {
  const id = await killOverBatch(first);
  const server = await new ServerProcess(folder, await freePort()).continuing(first).ready();
  try {
    const before = await batchOf(server, id);
    const hasEnded = async () => !['waiting', 'working'].includes((await batchOf(server, id)).state);
    const waited = await waitUntil('the batch ended', hasEnded, LAST_CLAIM_MS);
    const { state, total, done, notIssued } = await batchOf(server, id);
    const files = await filesOf(server, id);
    const batches = (await server.request('GET', '/reports/batches')).body.items;
    const reports = (await server.request('GET', `/reports?kind=${FORMS.kind}&month=${FORMS.month}`)).body.items;
    const again = reports.filter(({ version }) => version > 1);
    console.log(
      `kill -9 at ${before.done} of ${total} reports: ${state} ${Math.round(waited / 1000)} s after the next start, ` +
        `${done} of ${total} done, ${files.length} files, ${reports.length} reports, issued again: ${again.length}`,
    );
    await server.stop();
    const isWhole = files.length === total * FORMATS.length && files.every((file) => file.length > 0);
    const isOnce = batches.length === 1 && reports.length === total && again.length === 0;
    return state === 'done' && done === total && notIssued === 0 && isWhole && isOnce;
  } finally {
    if (server.lives) await server.kill();
  }
}

export const killDuringBatch = () => withServer('jixiao-kill-batch-', killed);

if (import.meta.url === pathToFileURL(process.argv[1]).href) process.exitCode = (await killDuringBatch()) ? 0 : 1;
