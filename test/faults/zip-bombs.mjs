// Small files that inflate to gigabytes, sent to every route that takes a workbook or a document: refused at next to no memory,
// and about as fast as a damaged file of four bytes, which takes a process of its own like them. Deflate makes a thousandth of
// zeros at best (RFC 1951), so a file of 10 KB that is to give 4 GB either says so and has less, or has many entries over the
// same bytes (D. Fifield, “A better zip bomb”, 2019); and a third one says less than it has.
import { Buffer } from 'node:buffer';
import { readFileSync, writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { crc32, deflateRawSync } from 'node:zlib';
import { commitment, withServer } from './with-server.mjs';

const { Blob, FormData, fetch, performance } = globalThis;
const MEGABYTE = 1024 * 1024;
const GIGABYTE = 1024 * MEGABYTE;
/** Beyond three times a damaged file: inflating 4 GB takes many times that. */
const MOST_MS = 5000;
const MOST_MEGABYTES = 100;

const XLSX = 'xl/worksheets/sheet1.xml';

/** A zip file of zeros: `entries` names over one and the same packed `megabytes`, each of which claims `claimed` bytes. */
function zipOfZeros({ megabytes, entries = 1, claimed = megabytes * MEGABYTE }) {
  const content = Buffer.alloc(megabytes * MEGABYTE);
  const packed = deflateRawSync(content, { level: 9 });
  const sizes = Buffer.alloc(12);
  sizes.writeUInt32LE(crc32(content), 0);
  sizes.writeUInt32LE(packed.length, 4);
  sizes.writeUInt32LE(claimed, 8);
  const named = (name) => {
    const lengths = Buffer.alloc(4);
    lengths.writeUInt16LE(name.length, 0);
    return Buffer.concat([Buffer.from('14000000080000000000', 'hex'), sizes, lengths]);
  };
  const local = Buffer.concat([Buffer.from('504b0304', 'hex'), named(XLSX), Buffer.from(XLSX), packed]);
  const names = [XLSX, ...Array.from({ length: entries - 1 }, (_, number) => `xl/worksheets/sheet${number + 2}.xml`)];
  const directory = Buffer.concat(
    names.map((name) =>
      Buffer.concat([Buffer.from('504b01021400', 'hex'), named(name), Buffer.alloc(14), Buffer.from(name)]),
    ),
  );
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(entries, 8);
  end.writeUInt16LE(entries, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(local.length, 16);
  return Buffer.concat([local, directory, end]);
}

const BOMBS = {
  'says 4 GB': zipOfZeros({ megabytes: 8, claimed: 4 * GIGABYTE - 1 }),
  'has 4 GB in 500 entries over the same bytes': zipOfZeros({ megabytes: 9, entries: 500 }),
  'says 1 KB and has 9 MB': zipOfZeros({ megabytes: 9, claimed: 1024 }),
  'says 1 KB in each of 500 entries of 9 MB': zipOfZeros({ megabytes: 9, entries: 500, claimed: 1024 }),
};

const memory = (pid, name) =>
  Number(new RegExp(`${name}:\\s+(\\d+)`).exec(readFileSync(`/proc/${pid}/status`, 'utf8'))[1]) / 1024;

/** What an answer cost: the time, and the highest memory of the process above that before (proc(5): clear_refs, VmHWM). */
async function costOf(server, work) {
  const { pid } = server.child;
  writeFileSync(`/proc/${pid}/clear_refs`, '5');
  const before = memory(pid, 'VmRSS');
  const started = performance.now();
  const result = await work();
  const ms = Math.round(performance.now() - started);
  return { ...result, ms, megabytes: Math.max(0, Math.round(memory(pid, 'VmHWM') - before)) };
}

async function send(server, route, bytes, name) {
  const form = new FormData();
  form.append('file', new Blob([bytes]), name);
  const headers = server.credentials;
  const answer = await fetch(`${server.address}/api/v1${route}`, { method: 'POST', headers, body: form });
  return { status: answer.status, code: (await answer.json()).code };
}

async function bombing(server) {
  const routes = {
    import: '/imports',
    template: '/progress-entries/template?month=2026-09',
    evidence: `/indicators/${await commitment(server, '压缩炸弹')}/progress/2026-09/evidence`,
  };
  const damaged = Buffer.from('PK\x03\x04');
  for (const route of Object.values(routes)) await send(server, route, damaged, 'a.xlsx'); // warms up
  let isFine = true;
  for (const [kind, bytes] of Object.entries(BOMBS)) {
    for (const [name, route] of Object.entries(routes)) {
      const usual = await costOf(server, () => send(server, route, damaged, 'a.xlsx'));
      const { status, code, ms, megabytes } = await costOf(server, () => send(server, route, bytes, '表.xlsx'));
      const cost = `${ms} ms (a damaged file ${usual.ms} ms), ${megabytes} MB more`;
      console.log(`${bytes.length} bytes that ${kind}, ${name}: ${status} ${code}, ${cost}`);
      const isFast = ms <= MOST_MS + 3 * usual.ms;
      // A zip file of many is taken as a batch, whose files are read, and refused, one by one in the background.
      const isRefused = (status >= 400 && status < 500) || (name === 'import' && status === 202);
      isFine &&= isRefused && isFast && megabytes < MOST_MEGABYTES;
    }
  }
  return isFine && (await server.answers());
}

export const zipBombs = () => withServer('jixiao-bombs-', bombing);

if (import.meta.url === pathToFileURL(process.argv[1]).href) process.exitCode = (await zipBombs()) ? 0 : 1;
