import os from 'node:os';
import process from 'node:process';
import { built, seconds } from './installation.mjs';

const GOAL = { seconds: 60, megabytes: 400 };
const FORMATS = ['xlsx', 'docx', 'pdf'];
const SOMEBODY = { userId: '00000009-0000-7000-8000-000000000001', name: 'bench' };

/** One batch as a person asks for it: the scoring report of every department in three formats, in one archive. */
export async function measureReports({ app }) {
  const { BatchArchives } = await built('reports/batches/batch-archives');
  const { actingAs } = await built('common/access/acting');
  const batch = {
    kind: 'scoring',
    month: '2026-10',
    departments: null,
    formats: FORMATS,
    reason: null,
    language: 'zh',
    showPersonalData: false,
  };
  const making = {
    at: new Date('2027-01-20T02:00:00Z'),
    advance: () => Promise.resolve(),
    signal: new AbortController().signal,
  };
  let size = 0;
  const cpu = process.cpuUsage();
  const time = await seconds(() =>
    actingAs(SOMEBODY, async () => {
      ({ size } = await app.get(BatchArchives).make(batch, making));
    }),
  );
  const { user, system } = process.cpuUsage(cpu);
  const megabytes = Math.round(process.resourceUsage().maxRSS / 1000);
  const [load = 0] = os.loadavg();
  console.log(
    `reports in ${FORMATS.join(' + ')}: ${time.toFixed(1)} s (goal ≤ ${GOAL.seconds}) of which ` +
      `${((user + system) / 1e6).toFixed(1)} s computing, at most ${megabytes} MB (goal ≤ ${GOAL.megabytes}), ` +
      `archive ${(size / 1e6).toFixed(1)} MB, load ${load.toFixed(1)} on ${os.cpus().length} cores`,
  );
}
