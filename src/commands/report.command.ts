import path from 'node:path';
import { type Command, Option } from 'commander';
import { writeWholeFile } from '../common/whole-file.js';
import { readConfiguration } from '../config/configuration.js';
import { isMonth } from '../domain/calendar/month.js';
import { REPORT_KINDS, type ReportKind } from '../reports/content/report-content.js';
import { IssuingService } from '../reports/issuing.service.js';
import { ReportFilesService } from '../reports/report-files.service.js';
import { REPORT_FORMATS, type ReportFormat } from '../reports/writers/formats.js';
import { LANGUAGE, note, say } from './console-output.js';
import { withApplication } from './with-application.js';
import { monthInvalid } from './errors.js';

interface ReportOptions {
  readonly sheet: string;
  readonly month: string;
  readonly kind: ReportKind;
  readonly format: ReportFormat;
  readonly out: string;
  readonly reason?: string;
  readonly showPersonalData?: true;
}

export function addReportCommand(program: Command): void {
  program
    .command('report')
    .description('issue a report or an official form and write its file / 出具报告或官方表格并写入文件')
    .requiredOption('--sheet <id>', 'target sheet')
    .requiredOption('--month <month>', 'such as 2026-10')
    .addOption(new Option('--kind <kind>', 'what to issue').choices(REPORT_KINDS).default('scoring'))
    .addOption(new Option('--format <format>').choices(REPORT_FORMATS).makeOptionMandatory())
    .requiredOption('--out <file>', 'file to write; it is there whole or not at all')
    .option('--reason <reason>', 'why a new version is issued, when figures have changed')
    .option('--show-personal-data', 'print names and telephone numbers in full')
    .action(report);
}

async function report({ sheet, month, kind, format, out, reason, showPersonalData }: ReportOptions): Promise<void> {
  if (!isMonth(month)) throw monthInvalid('--month', month);
  await withApplication(readConfiguration(process.env), async (app) => {
    const issuing = app.get(IssuingService);
    const subject = await issuing.subjectOf({ kind, month, sheetId: sheet });
    const issued = await issuing.issue(subject, { at: new Date(), reason: reason ?? null });
    const options = { format, language: LANGUAGE, showPersonalData: showPersonalData ?? false };
    const { content } = await app.get(ReportFilesService).file(issued, options);
    await writeWholeFile(path.resolve(out), content);
    note(
      say(
        `已写入 ${out}：第 ${issued.version} 版，校验码 ${issued.hash}。`,
        `${out} written: version ${issued.version}, checksum ${issued.hash}.`,
      ),
    );
  });
}
