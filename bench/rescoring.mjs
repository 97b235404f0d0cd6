import process from 'node:process';
import { built, seconds } from './installation.mjs';

const GOAL = 1.0;
const MONTH = '2026-12';

const median = (numbers) => numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)];

/** Full rescoring beside plain set-based SQL on the same figures and server, one after the other in every round. */
export async function measureRescoring({ app, client, sql }, rounds) {
  const { RescoringService } = await built('scoring/stored/rescoring.service');
  const rescoring = app.get(RescoringService);
  const ratios = [];
  let memory = 0;
  for (let round = 1; round <= rounds; round += 1) {
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
}
