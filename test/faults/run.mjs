// Runs every fault. `--kills N` or KILLS says how often the server is killed.
import { parseArgs } from 'node:util';
import { killDuringWrites } from './kill-during-writes.mjs';
import { secondServer } from './second-server.mjs';

const { values } = parseArgs({ options: { kills: { type: 'string', default: process.env.KILLS ?? '20' } } });
const kills = Number(values.kills);
if (!Number.isInteger(kills) || kills < 1) throw new Error(`--kills must be a number from 1, not ${values.kills}`);

const FAULTS = {
  'a second server on the same folder': () => secondServer(),
  'kill -9 during writes': () => killDuringWrites(kills),
};

let failed = 0;
for (const [name, fault] of Object.entries(FAULTS)) {
  const passed = await fault().catch((error) => {
    console.error(error);
    return false;
  });
  console.log(`${passed ? 'passed' : 'FAILED'}: ${name}`);
  if (!passed) failed += 1;
}
console.log(`${Object.keys(FAULTS).length - failed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
