import type { Command } from 'commander';
import { readConfiguration } from '../config/configuration.js';
import type { Message } from '../domain/domain-error.js';
import { instantOf } from '../domain/calendar/working-days.js';
import { JobsService } from '../jobs/jobs.service.js';
import { MailService } from '../delivery/mail/mail.service.js';
import { LANGUAGE, note, print, printJson, say, table } from './console-output.js';
import { withApplication } from './with-application.js';
import { timeInvalid } from './errors.js';

interface RunJobOptions {
  readonly at?: string;
  readonly dryRun?: true;
  readonly json?: true;
}

export function addRunJobCommand(program: Command): void {
  program
    .command('run-job')
    .argument('<name>', 'such as reminder-digest, scoring-report or rescoring')
    .description('run a job now, or as of another moment / 立即运行一项任务')
    .option('--at <time>', 'as if it were then: 2026-11-09T09:00 (local) or RFC 3339')
    .option('--dry-run', 'show what would happen, do nothing')
    .option('--json', 'the result as JSON on standard output')
    .action(runJob);
}

async function runJob(name: string, { at, dryRun, json }: RunJobOptions): Promise<void> {
  const configuration = readConfiguration(process.env);
  const moment = at === undefined ? new Date() : momentOf(at, configuration.TIME_ZONE);
  await withApplication(configuration, async (app) => {
    const jobs = app.get(JobsService);
    if (dryRun) {
      const preview = await jobs.preview(name, moment);
      if (json) printJson({ job: name, at: moment, dryRun: true, preview });
      else printPreview(preview);
      return;
    }
    const result = await jobs.run(name, moment);
    if (result) await app.get(MailService).drain();
    if (json) printJson({ job: name, at: moment, dryRun: false, result: result ?? null });
    else if (result)
      print(
        `${name}: ${Object.entries(result)
          .map(([what, count]) => `${what} ${count}`)
          .join(', ')}`,
      );
    else
      note(
        say(
          '该时刻的任务已经运行过，没有重复运行。',
          'The run of that minute was done already; nothing was done twice.',
        ),
      );
  });
}

function momentOf(text: string, timeZone: string): Date {
  const moment = /(Z|[+-]\d\d:\d\d)$/.test(text) ? new Date(text) : instantOf(text, timeZone);
  if (Number.isNaN(moment.getTime())) throw timeInvalid(text);
  return moment;
}

function printPreview(preview: readonly Readonly<Record<string, unknown>>[]): void {
  const [first] = preview;
  if (!first) {
    print(say('那时没有要做的事。', 'Nothing would be done then.'));
    return;
  }
  const columns = Object.keys(first);
  const cell = (value: unknown): string =>
    typeof value === 'object' && value !== null ? (value as Message)[LANGUAGE] : String(value);
  print(
    table(
      columns,
      preview.map((row) => columns.map((column) => cell(row[column]))),
      columns.map((column) => (column === 'reason' ? 60 : null)),
    ),
  );
}
