// Fifty editors save one entry at the same moment, each having seen the same version: one of them wins, the others are
// told how it stands now, and no value that was acknowledged is ever lost. Whoever is told that the database is busy
// (503) asks again, as the answer says.
import { pathToFileURL } from 'node:url';
import { setTimeout as pause } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { commitment, withServer } from './with-server.mjs';

const EDITORS = 50;

export function racingEditors(updates) {
  return withServer('jixiao-editors-', async (server) => {
    const route = `/indicators/${await commitment(server, '并发编辑')}/progress/2026-09`;
    const rounds = Math.ceil(updates / EDITORS);
    const wrong = [];
    let busy = 0;
    for (let round = 1; round <= rounds; round += 1) {
      const seen = round === 1 ? { 'if-none-match': '*' } : { 'if-match': `"${round - 1}"` };
      const save = async (editor) => {
        const answer = await server.request('PUT', route, { value: String(round * 100 + editor) }, seen);
        if (answer.status !== 503) return answer;
        busy += 1;
        await pause(1000);
        return save(editor);
      };
      const answers = await Promise.all(Array.from({ length: EDITORS }, (_, editor) => save(editor)));
      const winners = answers.filter(({ status }) => status === 200);
      const informed = answers.filter(({ status, body }) => status === 412 && body.current.version === round);
      const stored = await server.request('GET', route);
      const kept = stored.body.version === round && stored.body.value === winners[0]?.body.value;
      if (winners.length !== 1 || informed.length !== EDITORS - 1 || !kept) {
        const others = answers.filter(({ status }) => status !== 200 && status !== 412);
        const said = [...new Set(others.map(({ status, body }) => `${status} ${body?.code}`))].join(', ');
        wrong.push(
          `round ${round}: ${winners.length} won, ${informed.length} informed, kept: ${kept}, others: ${said}`,
        );
      }
    }
    const history = await server.request('GET', `${route}/history`);
    if (history.body.items.length !== rounds) wrong.push(`${history.body.items.length} lines of history`);
    for (const line of wrong) console.log(`wrong: ${line}`);
    console.log(`updates: ${rounds * EDITORS} by ${EDITORS} editors, lost: ${wrong.length}, busy: ${busy}`);
    return wrong.length === 0;
  });
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  const { values } = parseArgs({ options: { updates: { type: 'string', default: '10000' } } });
  process.exitCode = (await racingEditors(Number(values.updates))) ? 0 : 1;
}
