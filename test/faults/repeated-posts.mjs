// Twenty identical POSTs with one Idempotency-Key at the same moment: one row, and the same answer for all.
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { withServer } from './with-server.mjs';

const TIMES = 20;

export function repeatedPosts(keys) {
  return withServer('jixiao-repeated-', async (server) => {
    const count = async () => (await server.request('GET', '/departments?limit=500')).body.items.length;
    const before = await count();
    let different = 0;
    for (let number = 1; number <= keys; number += 1) {
      const post = () =>
        server.request('POST', '/departments', { name: `重复请求 ${number}` }, { 'idempotency-key': `key-${number}` });
      const answers = await Promise.all(Array.from({ length: TIMES }, post));
      const same = new Set(answers.map((answer) => JSON.stringify(answer))).size === 1;
      if (!same || answers[0]?.status !== 201) different += 1;
    }
    const extra = (await count()) - before - keys;
    console.log(
      `keys: ${keys}, each sent ${TIMES} times at once; different answers: ${different}, extra rows: ${extra}`,
    );
    return different === 0 && extra === 0;
  });
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  const { values } = parseArgs({ options: { keys: { type: 'string', default: '400' } } });
  process.exitCode = (await repeatedPosts(Number(values.keys))) ? 0 : 1;
}
