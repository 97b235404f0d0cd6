// Approval, recall and an edit of one submitted entry at the same moment: exactly one of approval and recall happens, the
// edit never does, and every history can be replayed by the rules of the workflow.
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { commitment, withServer } from './with-server.mjs';

const SIDE_BY_SIDE = 8;
const MONTH = '2026-09';
const REVIEWER = 'zhang.shifan';
const ENTRY = { value: '3', deviationReason: '略', correctiveMeasure: '略' };

const LEGAL = {
  saved: { from: ['draft'], to: 'draft' },
  submitted: { from: ['draft'], to: 'submitted' },
  recalled: { from: ['submitted'], to: 'draft' },
  approved: { from: ['submitted'], to: 'approved' },
  reopened: { from: ['approved'], to: 'draft' },
};

/** What is wrong with a history, in words; undefined when it can be replayed. */
function illegal(items, stored) {
  let status = 'draft';
  for (const [index, { action, version, entry }] of items.entries()) {
    const step = LEGAL[action];
    if (!step?.from.includes(status)) return `${action} of what was ${status}, version ${version}`;
    if (version !== index + 1) return `version ${version} in place ${index + 1}`;
    if (entry.status !== step.to) return `${action} gave ${entry.status}`;
    status = step.to;
  }
  return status === stored.status ? undefined : `ends ${status}, stored ${stored.status}`;
}

/** Submits, lets the three race, and brings the entry back to a draft. @returns whether one of them, and only one, won */
async function race(server, reviewer, route, version) {
  const at = (seen) => ({ 'if-match': `"${seen}"` });
  const submitted = await server.request('POST', `${route}/submit`, undefined, at(version));
  if (submitted.status !== 200) throw new Error(`submit: ${JSON.stringify(submitted)}`);
  const seen = version + 1;
  const [approved, recalled, edited] = await Promise.all([
    server.request('POST', `${route}/approve`, undefined, { ...reviewer, ...at(seen) }),
    server.request('POST', `${route}/recall`, undefined, at(seen)),
    server.request('PUT', route, { ...ENTRY, value: '2' }, at(seen)),
  ]);
  const oneWon = [approved, recalled].filter(({ status }) => status === 200).length === 1;
  const told = [approved, recalled, edited].filter(({ status }) => status === 409 || status === 412).length === 2;
  if (approved.status !== 200) return { fair: oneWon && told, version: seen + 1 };
  await server.request('POST', `${route}/reopen`, { reason: '重试' }, { ...reviewer, ...at(seen + 1) });
  return { fair: oneWon && told, version: seen + 2 };
}

export function racingTransitions(races) {
  return withServer('jixiao-transitions-', async (server) => {
    const submitter = server.credentials;
    server.credentials = {}; // a session that is sent along when another begins would end
    await server.signIn(REVIEWER);
    const reviewer = server.credentials;
    server.credentials = submitter;
    const each = Math.ceil(races / SIDE_BY_SIDE);
    const wrong = [];
    let approvals = 0;
    const lane = async (number) => {
      const route = `/indicators/${await commitment(server, `并发流转 ${number}`)}/progress/${MONTH}`;
      let { version } = (await server.request('PUT', route, ENTRY, { 'if-none-match': '*' })).body;
      for (let done = 0; done < each; done += 1) {
        const outcome = await race(server, reviewer, route, version);
        if (!outcome.fair) wrong.push(`${route}: not exactly one won at version ${version + 1}`);
        version = outcome.version;
      }
      const { items } = (await server.request('GET', `${route}/history`)).body;
      approvals += items.filter(({ action }) => action === 'approved').length;
      const fault = illegal(items, (await server.request('GET', route)).body);
      if (fault) wrong.push(`${route}: ${fault}`);
    };
    await Promise.all(Array.from({ length: SIDE_BY_SIDE }, (_, number) => lane(number)));
    for (const line of wrong) console.log(`illegal: ${line}`);
    console.log(`races: ${each * SIDE_BY_SIDE}, approvals won ${approvals}, illegal: ${wrong.length}`);
    return wrong.length === 0 && approvals > 0;
  });
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  const { values } = parseArgs({ options: { races: { type: 'string', default: '10000' } } });
  process.exitCode = (await racingTransitions(Number(values.races))) ? 0 : 1;
}
