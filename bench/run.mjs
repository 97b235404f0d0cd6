// npm run bench -- [--data S|M] [--rounds 3]: how long full rescoring takes beside plain set-based SQL on the same figures
// and the same server, one after the other in every round. The server is one of its own, thrown away afterwards.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { performance } from 'node:perf_hooks';
import { parseArgs } from 'node:util';
import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import pg from 'pg';

const { values } = parseArgs({
  options: { data: { type: 'string', default: 'S' }, rounds: { type: 'string', default: '3' } },
});
const DEPARTMENTS = { S: 100, M: 15_000 }[values.data];
if (!DEPARTMENTS) throw new Error('--data is S (a city) or M (a province)');
const GOAL = 1.0;
const MONTH = '2026-12';

const built = (file) => import(new URL(`../dist/src/${file}.js`, import.meta.url).href);
const sql = (file) =>
  readFileSync(new URL(file, import.meta.url), 'utf8').replaceAll('$departments', String(DEPARTMENTS));
const seconds = async (work) => {
  const start = performance.now();
  await work();
  return (performance.now() - start) / 1000;
};
const median = (numbers) => numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)];

const { readConfiguration } = await built('config/configuration');
const { prepareDatabase } = await built('database/prepare-database');
const { AppModule } = await built('app.module');
const { RescoringService } = await built('scoring/rescoring.service');

const folder = mkdtempSync(path.join(os.tmpdir(), 'jixiao-bench-'));
const configuration = {
  ...readConfiguration({ DATA_DIR: folder, LOG_LEVEL: 'error', SAMPLE_YEAR: 'off' }),
  DATABASE_URL: undefined,
};
const database = await prepareDatabase(configuration);
try {
  const client = new pg.Client(database.url);
  await client.connect();
  const made = await seconds(async () => {
    for (const file of ['reference/schema.sql', 'reference/generate.sql', 'product-data.sql'])
      await client.query(sql(file));
    await client.query('VACUUM ANALYZE');
  });
  console.log(
    `data ${values.data}: ${DEPARTMENTS * 30} indicators, ${DEPARTMENTS * 360} entries, made in ${made.toFixed(0)} s`,
  );
  const module = AppModule.with({ configuration, databaseUrl: database.url, ticks: false });
  const app = await NestFactory.createApplicationContext(module, { logger: ['error'] });
  const rescoring = app.get(RescoringService);
  const ratios = [];
  let memory = 0;
  for (let round = 1; round <= Number(values.rounds); round += 1) {
    const reference = await seconds(() => client.query(sql('reference/score.sql')));
    const product = await seconds(() => rescoring.rescore(MONTH, new Date()));
    memory = Math.max(memory, process.memoryUsage().rss);
    ratios.push(product / reference);
    console.log(
      `round ${round}: SQL ${reference.toFixed(2)} s, product ${product.toFixed(2)} s, ratio ${(product / reference).toFixed(2)}`,
    );
  }
  const { indicators, differing } = await rescoring.verify(MONTH);
  console.log(
    `full rescoring: ratio ${median(ratios).toFixed(2)} (goal ≤ ${GOAL.toFixed(1)}), memory ${Math.round(memory / 1e6)} MB`,
  );
  console.log(`exactness: ${differing.length} of ${indicators} rows differ from plain numeric SQL (goal 0)`);
  await app.close();
  await client.end();
} finally {
  await database.close();
  rmSync(folder, { recursive: true, force: true });
}
