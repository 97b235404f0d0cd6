// Runs every fault, each with its figure; `--full` with the full counts, `--only 9` those whose name begins so.
import { parseArgs } from 'node:util';
import { alteredAuditLog } from './altered-audit-log.mjs';
import { databaseFaults } from './database-faults.mjs';
import { diskFull } from './disk-full.mjs';
import { downtime } from './downtime.mjs';
import { killAfterAccept } from './kill-after-accept.mjs';
import { killDuringWrites } from './kill-during-writes.mjs';
import { migrateTogether } from './migrate-together.mjs';
import { officialCalendar } from './official-calendar.mjs';
import { racingEditors } from './racing-editors.mjs';
import { racingTransitions } from './racing-transitions.mjs';
import { repeatedPosts } from './repeated-posts.mjs';
import { reportToFullDisk } from './report-to-full-disk.mjs';
import { secondServer } from './second-server.mjs';
import { longRuns, sameTicks, wrongClocks } from './shared-ticks.mjs';
import { simulatedYears } from './simulated-years.mjs';
import { contactChanged, oneRefused, relayDown, serverFaults } from './smtp-faults.mjs';
import { stopUnderLoad } from './stop-under-load.mjs';
import { zipBombs } from './zip-bombs.mjs';

const { values } = parseArgs({ options: { full: { type: 'boolean' }, only: { type: 'string', default: '' } } });

/** Counts in CI, and in full. */
const of = (inCi, inFull) => (values.full ? inFull : inCi);

/** Numbered as in the table of promises, if they stand there; each says whether it passed, and prints its figure. */
const FAULTS = {
  '0 a second server on the same folder': () => secondServer(),
  '1 kill -9 after SMTP 250': () => killAfterAccept(of(5, 200)),
  '2 kill -9 during writes and mails': () => killDuringWrites(of(10, 500)),
  '3 the same ticks in three replicas': () => sameTicks(of(60, 1000)),
  '4 downtime': () => downtime(),
  '5 runs longer than their period': () => longRuns(of(12, 100)),
  '6 clocks that are wrong': () => wrongClocks(of(10, 365)),
  '7 ten simulated years': () => simulatedYears(),
  '8 the official calendar': () => officialCalendar(),
  '9 a mail server that fails': () => serverFaults(),
  '9 one of three recipients refused': () => oneRefused(),
  '9 a relay that is down for six hours': () => relayDown(of(50, 5000)),
  '10 contacts that change while mails wait': () => contactChanged(of(40, 1000)),
  '11 faults of the database': () => databaseFaults(of(6, 60)),
  '12 disk full, and an upload without end': () => diskFull(),
  '12 jixiao report onto a full disk': () => reportToFullDisk(),
  '13 fifty editors of one entry': () => racingEditors(of(500, 10_000)),
  '14 approval against recall against edit': () => racingTransitions(of(200, 10_000)),
  '15 one POST twenty times': () => repeatedPosts(of(20, 400)),
  '17 three replicas that migrate at once': () => migrateTogether(),
  '19 an audit line that was altered': () => alteredAuditLog(),
  '20 SIGTERM under load': () => stopUnderLoad(of(2, 20)),
  'zip bombs': () => zipBombs(),
};

let [passed, failed] = [0, 0];
for (const [name, fault] of Object.entries(FAULTS)) {
  if (!name.startsWith(values.only)) continue;
  const fine = await fault().catch((error) => {
    console.error(error);
    return false;
  });
  console.log(`${fine ? 'passed' : 'FAILED'}: ${name}`);
  if (fine) passed += 1;
  else failed += 1;
}
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);
