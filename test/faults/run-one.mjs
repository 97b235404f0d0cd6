// Runs one fault, named as in faults.mjs, in a process of its own. Exit code 0: the promise was kept.
import { parseArgs } from 'node:util';
import { FAULTS } from './faults.mjs';

const { values, positionals } = parseArgs({ allowPositionals: true, options: { full: { type: 'boolean' } } });
const [file, run, { inCi, inFull } = {}] = FAULTS[positionals[0]];
const fault = await import(`./${file}.mjs`);
process.exit((await fault[run](values.full ? inFull : inCi)) ? 0 : 1);
