// npm run bench -- [--data S|M] [--only reports|rescoring|overviews|backups|requests|reminders] [--rounds 3]: how long the heavy work
// takes. S is a city of 100 departments: a batch of all their reports, full rescoring, what the first pages ask for, a backup
// with its restore, and a day of reminders; M a province of 15,000, without reports.
import { parseArgs } from 'node:util';
import { measureBackups } from './backups.mjs';
import { withInstallation } from './installation.mjs';
import { measureOverviews } from './overviews.mjs';
import { measureReminders, startMailSink } from './reminders.mjs';
import { measureReports } from './reports.mjs';
import { measureRequests } from './requests.mjs';
import { measureRescoring } from './rescoring.mjs';

const { values } = parseArgs({
  options: {
    data: { type: 'string', default: 'S' },
    only: { type: 'string' },
    rounds: { type: 'string', default: '3' },
  },
});
const departments = { S: 100, M: 15_000 }[values.data];
if (!departments) throw new Error('--data is S (a city) or M (a province)');

/** Memory is the highest of the process: `--only` measures it for one. */
const MEASURES = {
  ...(values.data === 'S' && { reports: measureReports }),
  rescoring: (installation) => measureRescoring(installation, Number(values.rounds)),
  overviews: measureOverviews,
  backups: measureBackups,
  requests: (installation) => measureRequests(installation, Number(values.rounds)),
  reminders: (installation) => measureReminders(installation, sink),
};
if (values.only && !MEASURES[values.only]) throw new Error(`--only is one of ${Object.keys(MEASURES).join(', ')}`);

const sink = await startMailSink();
await withInstallation(departments, { SMTP_URL: sink.url }, async (installation) => {
  for (const [name, measure] of Object.entries(MEASURES))
    if (!values.only || values.only === name) await measure(installation);
});
sink.stop();
