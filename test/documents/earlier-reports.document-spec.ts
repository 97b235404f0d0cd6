import { REPORT_FORMATS } from '../../src/reports/writers/formats.js';
import { broughtUpToDate, failing, KEPT, reportsOf } from '../support/earlier-databases.js';

/** What was frozen is written anew whenever it is asked for; test/integration/upgrades.spec.ts opens all of them as HTML. */
it.each(KEPT)('one frozen report of each kind of %s is written in every format, and compared', async (file) => {
  const app = await broughtUpToDate(file);
  const kinds = [...new Map((await reportsOf(app)).map((report) => [report.kind, report])).values()];
  expect(kinds).toHaveLength(3);
  const files = kinds.flatMap(({ id }) => REPORT_FORMATS.map((format) => `/reports/${id}/file?format=${format}`));
  expect(await failing(app, [...files, ...kinds.map(({ id }) => `/reports/${id}/diff?against=${id}`)])).toEqual([]);
  await app.close();
});
