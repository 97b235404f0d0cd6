// npm run bench:soak -- [--minutes 30]: a server of the sample year under the requests of an office, and whether its memory
// grows: the median of the last third against that of the part before, and a plot (bench/soak.svg).
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { freePort, ServerProcess } from '../test/support/server-process.mjs';

const { File, FormData, clearInterval, fetch, setInterval } = globalThis;
const { values } = parseArgs({ options: { minutes: { type: 'string', default: '30' } } });
const minutes = Number(values.minutes);
const MOST_GROWTH = 1.1;
const SAMPLE_MS = 5_000;
const BETWEEN_REQUESTS_MS = 150;
const OFFICE = 'li.yangli';

const folder = mkdtempSync(path.join(os.tmpdir(), 'jixiao-soak-'));
const server = await new ServerProcess(folder, await freePort(), { CLOCK_AT: '2026-11-12T09:30:00+08:00' }).ready();
await server.signIn(OFFICE);

const read = async (route) => (await server.send('GET', route)).json();
const [sheet] = (await read('/target-sheets?year=2026')).items;
const asked = [
  '/work-list?month=2026-10',
  '/scores?asOf=2026-10',
  '/scores/summary?asOf=2026-10',
  '/scores/heat-map?asOf=2026-10',
  `/target-sheets/${sheet.id}/score?asOf=2026-10`,
  '/indicator-months?year=2026&limit=100',
  '/reports?limit=20',
  '/notifications?limit=50',
  '/reminders/preview?days=7',
];
const document = readFileSync(new URL('../samples/2026-city-office-budget.txt', import.meta.url), 'utf8');

/** A document now and then, each another department's: drafts grow in the database, not in memory. */
async function bring(number) {
  const body = new FormData();
  body.append('file', new File([document.replaceAll('示例市人民政府办公室', `示例市第${number}局`)], `${number}.txt`));
  await fetch(`${server.address}/api/v1/imports`, { method: 'POST', headers: server.credentials, body });
}

const samples = [];
let requests = 0;
const failures = new Set();
const end = Date.now() + minutes * 60_000;
const sampling = setInterval(() => samples.push(rss(server.child.pid)), SAMPLE_MS);
for (let count = 0; Date.now() < end; count += 1) {
  const answer = await server.send('GET', asked[count % asked.length]);
  await answer.arrayBuffer();
  requests += 1;
  if (!answer.ok) failures.add(`${asked[count % asked.length]}: ${answer.status}`);
  if (count % 200 === 100) await bring(count);
  await pause(BETWEEN_REQUESTS_MS);
}
clearInterval(sampling);
await server.stop();
rmSync(folder, { recursive: true, force: true });

const part = (from, to) => median(samples.slice(Math.floor(samples.length * from), Math.ceil(samples.length * to)));
const [before, after] = [part(1 / 6, 1 / 2), part(2 / 3, 1)];
const growth = after / before;
writeFileSync(new URL('soak.svg', import.meta.url), plot());
console.log(
  `${minutes} minutes, ${requests} requests, failed: ${[...failures].join(', ') || 'none'}; memory ${before} MB, at the end ${after} MB (× ${growth.toFixed(2)}, ` +
    `goal ≤ ${MOST_GROWTH}), at most ${Math.max(...samples)} MB`,
);
process.exitCode = growth <= MOST_GROWTH && failures.size === 0 ? 0 : 1;

/** In MB, as Linux counts it. */
function rss(pid) {
  return Math.round(Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))[1]) / 1024);
}

function median(numbers) {
  return numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)];
}

function plot() {
  const [width, height, highest] = [720, 240, Math.max(...samples) * 1.1];
  const points = samples.map(
    (mb, at) => `${((at / samples.length) * width).toFixed(1)},${(height - (mb / highest) * height).toFixed(1)}`,
  );
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="-60 -20 ${width + 80} ${height + 60}" font-family="sans-serif" font-size="12">` +
    `<path d="M0 0V${height}H${width}" fill="none" stroke="#999"/><polyline points="${points.join(' ')}" fill="none" stroke="#1a7f37"/>` +
    `<text x="-8" y="4" text-anchor="end">${Math.round(highest)} MB</text><text x="-8" y="${height}" text-anchor="end">0</text>` +
    `<text x="${width}" y="${height + 20}" text-anchor="end">${minutes} min</text></svg>\n`
  );
}
