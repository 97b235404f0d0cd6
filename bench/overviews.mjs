import { built, seconds } from './installation.mjs';

const MONTH = '2026-12';
const ROUNDS = 5;

/** What the first pages ask for, as the performance office of the whole installation and as the head of one department. */
export async function measureOverviews({ app, client }) {
  const service = async (name, type) => app.get((await built(name))[type]);
  const scores = await service('scoring/league/league-table.service', 'LeagueTableService');
  const risks = await service('scoring/league/risks.service', 'RisksService');
  const work = await service('progress/work-list/work-list.service', 'WorkListService');
  const rescoring = await service('scoring/stored/rescoring.service', 'RescoringService');
  await rescoring.rescore(MONTH, new Date());
  const [{ id }] = (await client.query('SELECT id FROM department ORDER BY id LIMIT 1')).rows;
  const people = {
    'performance office': { role: 'performance-office', scope: { departments: 'all' }, sections: null },
    'department head': { role: 'department-head', scope: { departments: [id] }, sections: null },
  };
  for (const [name, actor] of Object.entries(people)) {
    const sheets = { asOf: MONTH, scope: actor.scope, kind: undefined };
    const asked = {
      'work list': () => work.of(actor, MONTH),
      risks: () => risks.find(sheets, actor.sections, 10),
      summary: () => scores.summary(sheets),
      'league table': () => scores.items(sheets, { limit: 500, offset: 0 }),
    };
    for (const [what, ask] of Object.entries(asked)) {
      const rounds = [];
      for (let round = 0; round < ROUNDS; round += 1) rounds.push(await seconds(ask));
      const median = rounds.sort((a, b) => a - b)[(ROUNDS - 1) / 2];
      console.log(`${name}, ${what}: ${Math.round(median * 1000)} ms`);
    }
  }
}
