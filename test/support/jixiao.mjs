// The built command line, as people run it.
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const CLI = fileURLToPath(new URL('../../dist/src/cli.js', import.meta.url));

/**
 * @param {Record<string, string>} settings environment variables
 * @returns {Promise<{ code: number, printed: string, said: string }>} exit code, what it printed and what it said
 */
export function jixiao(settings, ...words) {
  const env = { PATH: process.env.PATH, LANG: 'en', ...settings };
  const child = spawn(process.execPath, [CLI, ...words], { env, stdio: ['ignore', 'pipe', 'pipe'] });
  let [printed, said] = ['', ''];
  child.stdout.on('data', (chunk) => (printed += chunk));
  child.stderr.on('data', (chunk) => (said += chunk));
  return new Promise((resolve) => child.once('close', (code) => resolve({ code, printed: printed.trim(), said })));
}
