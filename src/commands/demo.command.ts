import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { INestApplicationContext } from '@nestjs/common';
import type { Command } from 'commander';
import { EVERYTHING } from '../common/access/actor.js';
import { type Configuration, readConfiguration } from '../config/configuration.js';
import { importDocument } from '../imports/import-document.js';
import { LIGHT_NAMES, RATING_NAMES } from '../domain/names.js';
import { explain } from '../domain/scoring/explain.js';
import { RemindersService } from '../reminders/reminders.service.js';
import { readSampleYear } from '../sample-year/sample-year.js';
import { SampleYearService } from '../sample-year/sample-year.service.js';
import { ScoringService } from '../scoring/scoring.service.js';
import { TargetSheetsService } from '../targets/sheets/target-sheets.service.js';
import { heading, LANGUAGE, note, print, say, table } from './console-output.js';
import { draftSummary } from './import/draft-summary.js';
import { withApplication } from './with-application.js';

export function addDemoCommand(program: Command): void {
  program
    .command('demo')
    .description('a tour with the sample year, on a database of its own / 用示例年度演示主要功能')
    .action(demo);
}

/** The tour runs on a throw-away database: it shows the same wherever it runs, and leaves nothing behind. */
async function demo(): Promise<void> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'jixiao-demo-'));
  const configuration: Configuration = { ...readConfiguration(process.env), DATA_DIR: folder, DATABASE_URL: undefined };
  try {
    note(say('正在准备示例年度……', 'Preparing the sample year …'));
    await withApplication(
      configuration,
      async (app) => {
        await app.get(SampleYearService).loadIfEmpty();
        await showImport();
        await showScores(app);
        await showReminders(app);
      },
      'join',
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function showImport(): Promise<void> {
  const { year, document } = readSampleYear();
  heading(say('一、公开文件 → 指标表和疑点', '1. A published document becomes sheets and doubts'));
  print(draftSummary(await importDocument(document, year.document), LANGUAGE));
}

async function showScores(app: INestApplicationContext): Promise<void> {
  heading(say('二、目标、完成值、得分和理由', '2. Target, actual value, score and reason'));
  const { items } = await app.get(TargetSheetsService).list({ limit: 10 }, EVERYTHING);
  for (const { id } of items) {
    const sheet = await app.get(TargetSheetsService).find(id);
    const score = await app.get(ScoringService).score(id);
    print(
      `\n${sheet.project ?? sheet.department.name}  ${score.asOf}  ${score.raw} / ${score.max} → ${score.normalised ?? '—'} ${score.rating ? RATING_NAMES[score.rating][LANGUAGE] : ''}`,
    );
    const rows = score.indicators.map((scored, index) => [
      sheet.indicators[index]?.name ?? '',
      sheet.indicators[index]?.raw ?? '',
      LIGHT_NAMES[scored.pace.light][LANGUAGE],
      `${scored.score ?? '—'} / ${scored.max}`,
      explain(scored, LANGUAGE),
    ]);
    const head = say('指标|指标值|灯|得分|理由', 'indicator|target|light|score|reason').split('|');
    print(table(head, rows, [24, 12, 8, 12, 72]));
  }
}

async function showReminders(app: INestApplicationContext): Promise<void> {
  heading(say('三、今后一周提醒谁', '3. Who is reminded in the coming week'));
  const { days } = await app.get(RemindersService).preview(new Date(), 7);
  const rows = days.flatMap(({ date, reminders }) =>
    reminders.map(({ contactName, stage, reason }) => [date, contactName, stage, reason[LANGUAGE]]),
  );
  const head = say('日期|联系人|阶段|原因', 'date|contact|step|reason').split('|');
  print(
    rows.length > 0
      ? table(head, rows, [10, 10, 12, 84])
      : say('本周无人需要提醒。', 'Nobody has to be reminded this week.'),
  );
}
