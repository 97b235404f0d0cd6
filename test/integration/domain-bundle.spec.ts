import { execFileSync } from 'node:child_process';
import { fromProjectRoot } from '../../src/common/project-root.js';

describe('the rules in the browser', () => {
  it('are nothing but src/domain itself: no package, no code of the server', () => {
    // Vite does not run inside Jest's own world of modules.
    const output = execFileSync(process.execPath, [fromProjectRoot('test/support/domain-modules.mjs')]);
    const modules = JSON.parse(output.toString('utf8')) as string[];
    const own = modules.filter((id) => id.startsWith(fromProjectRoot('src/domain/')));
    expect(own.length).toBeGreaterThan(30);
    // What begins with NUL is the bundler's own, such as its helper for loading chunks.
    expect(modules.filter((id) => !own.includes(id) && !id.startsWith('\0'))).toEqual([]);
  });
});
