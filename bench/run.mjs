// npm run bench -- [--data S|M] [--rounds 3]: how long the heavy work takes. S is a city of 100 departments: a batch of all
// their reports, and full rescoring; M a province, whose full rescoring is what counts.
import { parseArgs } from 'node:util';
import { withInstallation } from './installation.mjs';
import { measureReports } from './reports.mjs';
import { measureRescoring } from './rescoring.mjs';

const { values } = parseArgs({
  options: { data: { type: 'string', default: 'S' }, rounds: { type: 'string', default: '3' } },
});
const departments = { S: 100, M: 15_000 }[values.data];
if (!departments) throw new Error('--data is S (a city) or M (a province)');

await withInstallation(departments, async (installation) => {
  if (values.data === 'S') await measureReports(installation); // first: memory is the process's highest
  await measureRescoring(installation, Number(values.rounds));
});
