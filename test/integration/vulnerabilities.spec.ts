import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

describe('the list of known vulnerabilities', () => {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'jixiao-audit-'));
  afterAll(() => {
    rmSync(folder, { recursive: true });
  });

  /** As if npm printed that, and ended with that code. */
  const told = async (printed: string, code: number): Promise<string[]> => {
    writeFileSync(path.join(folder, 'answer'), printed);
    writeFileSync(path.join(folder, 'npm'), `#!/bin/sh\nwhile read -r line; do echo "$line"; done < ${folder}/answer\nexit ${code}\n`, { mode: 0o755 }); // prettier-ignore
    const { stdout } = await run(process.execPath, ['scripts/vulnerabilities.mjs'], { env: { PATH: folder } });
    return stdout.trim().split('\n');
  };
  const advisory = { title: 'Reads what it should not', url: 'https://advisories.example.org/1' };

  it('names each package, the worst first, and why, without failing', async () => {
    const vulnerabilities = {
      b: { name: 'b', severity: 'moderate', range: '<2', via: ['a'] },
      a: { name: 'a', severity: 'critical', range: '<1.2.3', via: [advisory] },
    };
    expect(await told(`${JSON.stringify({ vulnerabilities })}\n`, 1)).toEqual([
      'critical  a <1.2.3: Reads what it should not (https://advisories.example.org/1)',
      'moderate  b <2: by a',
      expect.stringMatching(/^2 packages/),
    ]);
    expect(await told('{"vulnerabilities":{}}\n', 0)).toEqual([expect.stringMatching(/^0 packages/)]);
  });

  it.each(['{"message":"request failed","error":{"summary":""}}\n', 'nonsense\n', ''])(
    'says that nobody could be asked where npm prints %j',
    async (printed) => {
      expect(await told(printed, 1)).toEqual([expect.stringContaining('not asked')]);
    },
  );

  it('and where there is no npm', async () => {
    const { stdout } = await run(process.execPath, ['scripts/vulnerabilities.mjs'], { env: { PATH: '/nowhere' } });
    expect(stdout).toContain('not asked');
  });
});
