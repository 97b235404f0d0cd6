// Writes a report in a process of its own: node write-report.mjs DOCUMENT FORMAT, a file of v8.serialize; the bytes go to stdout.
import { readFileSync } from 'node:fs';
import process from 'node:process';
import { deserialize } from 'node:v8';
import './load-typescript.mjs';

const { default: write } = await import('../../src/reports/writers/writing-thread.js');
const [, , file, format] = process.argv;
process.stdout.write(await write({ document: deserialize(readFileSync(file)), format }));
