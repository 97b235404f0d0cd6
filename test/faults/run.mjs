// Runs every fault. `--kills N` or KILLS says how often the server is killed; `--full` races and repeats as often as is promised.
import { parseArgs } from 'node:util';
import { diskFull } from './disk-full.mjs';
import { killDuringWrites } from './kill-during-writes.mjs';
import { racingEditors } from './racing-editors.mjs';
import { racingTransitions } from './racing-transitions.mjs';
import { repeatedPosts } from './repeated-posts.mjs';
import { secondServer } from './second-server.mjs';

const { values } = parseArgs({
  options: { kills: { type: 'string', default: process.env.KILLS ?? '20' }, full: { type: 'boolean', default: false } },
});
const { full } = values;
const kills = Number(values.kills);
if (!Number.isInteger(kills) || kills < 1) throw new Error(`--kills must be a number from 1, not ${values.kills}`);

const FAULTS = {
  'a second server on the same folder': () => secondServer(),
  'kill -9 during writes': () => killDuringWrites(kills),
  'disk full, and an upload without end': () => diskFull(),
  'fifty editors of one entry': () => racingEditors(full ? 10_000 : 500),
  'approval against recall against edit': () => racingTransitions(full ? 10_000 : 200),
  'one POST twenty times': () => repeatedPosts(full ? 400 : 20),
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
