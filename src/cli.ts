#!/usr/bin/env node
import 'reflect-metadata';
import { Command, CommanderError } from 'commander';
import { addAuditKeyCommand } from './commands/audit-key.command.js';
import { addBackupCommand } from './commands/backup.command.js';
import { addDemoCommand } from './commands/demo.command.js';
import { addDoctorCommand } from './commands/doctor.command.js';
import { addImportCommand } from './commands/import/import.command.js';
import { addMigrateCommand } from './commands/migrate.command.js';
import { addReportCommand } from './commands/report.command.js';
import { addRestoreCommand } from './commands/restore.command.js';
import { addRunJobCommand } from './commands/run-job.command.js';
import { addScoreCommand } from './commands/score.command.js';
import { addSecretsKeyCommand } from './commands/secrets-key.command.js';
import { addShortenAuditLogCommand } from './commands/shorten-audit-log.command.js';
import { addUserCommand } from './commands/user.command.js';
import { addVerifyCommand } from './commands/verify.command.js';
import { PROGRAM_VERSION } from './common/program-version.js';
import { exitWithMessage } from './common/exit.js';

const USAGE_ERROR = 2;

// What it writes, such as a backup, is nobody else's to read.
process.umask(0o077);

const program = new Command('jixiao')
  .description('Jixiao 绩效台账: performance targets of public bodies. Exit codes: 0 done, 1 failed, 2 wrong usage.')
  .version(PROGRAM_VERSION)
  .exitOverride();
const COMMANDS = [
  addImportCommand,
  addScoreCommand,
  addReportCommand,
  addRunJobCommand,
  addUserCommand,
  addMigrateCommand,
  addVerifyCommand,
  addAuditKeyCommand,
  addSecretsKeyCommand,
  addShortenAuditLogCommand,
  addBackupCommand,
  addRestoreCommand,
  addDoctorCommand,
  addDemoCommand,
];
for (const add of COMMANDS) add(program);

// Whoever reads (`| head`) may have seen enough: the work is still finished, only nobody hears of it.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
});

try {
  await program.parseAsync();
} catch (error) {
  if (!(error instanceof CommanderError)) exitWithMessage(error);
  process.exitCode = error.exitCode === 0 ? 0 : USAGE_ERROR;
}
