// Runs every fault, each with its figure; `--full` with the full counts, `--only 9` those whose name begins so. Two side by
// side, each in a process of its own with a server, a folder and a port of its own: they mostly wait for claims to run out.
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { FAULTS } from './faults.mjs';

const SIDE_BY_SIDE = 2;
/** Compares how long answers take: nothing of ours runs beside it. */
const ALONE = ['zip bombs'];
const RUN_ONE = fileURLToPath(new URL('run-one.mjs', import.meta.url));

const { values } = parseArgs({ options: { full: { type: 'boolean' }, only: { type: 'string', default: '' } } });
const names = Object.keys(FAULTS).filter((name) => name.startsWith(values.only));
let [passed, failed] = [0, 0];
await runAll(
  names.filter((name) => !ALONE.includes(name)),
  SIDE_BY_SIDE,
);
await runAll(
  names.filter((name) => ALONE.includes(name)),
  1,
);
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;

async function runAll(waiting, atOnce) {
  const lane = async () => {
    for (let name = waiting.shift(); name !== undefined; name = waiting.shift()) await tell(name);
  };
  await Promise.all(Array.from({ length: atOnce }, lane));
}

/** Its figure and its fate together: what runs beside it would stand between them. */
async function tell(name) {
  const started = Date.now();
  const { code, said } = await run(name);
  if (code === 0) passed += 1;
  else failed += 1;
  const seconds = Math.round((Date.now() - started) / 1000);
  console.log(`${said}${code === 0 ? 'passed' : 'FAILED'}: ${name} (${seconds} s)`);
}

function run(name) {
  const full = values.full ? ['--full'] : [];
  const child = spawn(process.execPath, [RUN_ONE, name, ...full], { stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (text) => (said += text));
  return new Promise((resolve) => child.once('close', (code) => resolve({ code, said })));
}
