// Commands that look at an installation, where there is none: each says so, ends with 1, and makes no folder. A wrong DATA_DIR
// must not be called whole. (An empty database: no-installation.spec.ts.)
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { jixiao } from '../support/jixiao.mjs';

const COMMANDS = [
  ['verify'],
  ['verify-scores'],
  ['backup', os.tmpdir()],
  ['report', '--sheet', '0', '--month', '2026-10', '--format', 'xlsx', '--out', path.join(os.tmpdir(), 'none.xlsx')],
  ['run-job', 'rescoring', '--dry-run'],
  ['audit-key', '--new'],
  ['secrets-key', '--new'],
  ['user', 'reset-password', 'zhang'],
  ['user', 'end-second-factor', 'zhang'],
];
const WORDS = 'There is no installation of Jixiao in ';

/** @returns those that did not say so */
async function wrongOnes(settings) {
  const wrong = [];
  for (const words of COMMANDS) {
    const { code, said } = await jixiao(settings, ...words);
    if (code !== 1 || !said.includes(WORDS)) wrong.push(`${words.join(' ')}: ${code} ${said}`);
  }
  const { code, printed } = await jixiao(settings, 'doctor', '--json');
  const { troubles } = JSON.parse(printed);
  if (code !== 1 || !troubles.some((one) => one.code === 'no-installation')) wrong.push(`doctor: ${code} ${printed}`);
  const shortened = await jixiao({ ...settings, AUDIT_DAYS: '400' }, 'shorten-audit-log');
  if (shortened.code !== 1 || !shortened.said.includes(WORDS)) wrong.push(`shorten-audit-log: ${shortened.said}`);
  return wrong;
}

export async function noInstallation() {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'jixiao-none-'));
  try {
    const nowhere = path.join(folder, 'not', 'there');
    const wrong = await wrongOnes({ DATA_DIR: nowhere });
    const made = existsSync(path.dirname(nowhere));
    console.log(`no installation: ${COMMANDS.length + 2} commands, ${wrong.length} wrong; folder made: ${made}`);
    for (const one of wrong) console.log(one);
    return wrong.length === 0 && !made;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
