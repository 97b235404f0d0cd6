// What was handed in is what the screen showed, whatever was done before: sequences of a person's deeds against the service.
import fc from 'fast-check';
import { type Deed, DESK_ROWS, deed, EntryDesk } from './support/entry-desk.js';
import { newIndicators } from './support/sheets.js';
import { test } from './support/test.js';

/** All together: `SEQUENCES=200 npm run test:browser -- screen-and-service`; each takes several seconds, so a few run by default. */
const SEQUENCES = Number(process.env.SEQUENCES ?? 4);
/** Of the year; each sequence has rows and a month that nobody else touches. */
const MONTHS = ['01', '02', '03', '04', '05', '06', '07', '08', '09', '10'];
const PARTS = Math.ceil(SEQUENCES / MONTHS.length);

test.use({ installation: 'screen-and-service' });

for (let part = 1; part <= PARTS; part += 1) {
  test(`what the service holds is what the screen showed when it was handed in (${part})`, async ({
    open,
    service,
  }) => {
    test.setTimeout(1_800_000);
    const own = await newIndicators(service, `对照${part}组`, DESK_ROWS, { raw: '>=1篇' });
    const months = MONTHS.slice(0, SEQUENCES - (part - 1) * MONTHS.length);
    const seed = Number(process.env.SEED ?? Date.now()) + part;
    const sequences = fc.sample(fc.array(deed, { minLength: 4, maxLength: 8 }), { numRuns: months.length, seed });
    let page = await open('/review');
    for (const [index, month] of months.entries()) {
      const deeds: readonly Deed[] = sequences[index] ?? [];
      await test.step(`seed ${seed}, ${month}: ${JSON.stringify(deeds)}`, async () => {
        const desk = await EntryDesk.at(page, { service, open, month: `2026-${month}`, indicators: own });
        for (const one of deeds) await desk.do(one);
        await desk.submit();
        page = desk.page;
      });
    }
  });
}
