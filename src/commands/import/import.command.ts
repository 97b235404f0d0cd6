import path from 'node:path';
import type { INestApplicationContext } from '@nestjs/common';
import type { Command } from 'commander';
import { COMMAND_LINE, EVERYTHING } from '../../common/access/actor.js';
import { readConfiguration } from '../../config/configuration.js';
import { DomainError } from '../../domain/domain-error.js';
import { placesLeft } from '../../imports/adoption/adoptable-sheets.js';
import { AdoptionService } from '../../imports/adoption/adoption.service.js';
import { importIsolated } from '../../imports/import-isolated.js';
import { ImportsService } from '../../imports/imports.service.js';
import type { ImportDraft } from '../../imports/sheet-draft.js';
import { LANGUAGE, note, print, printJson, say } from '../console-output.js';
import { documentsAt, isDocument } from './documents-at.js';
import { draftSummary } from './draft-summary.js';
import { adoptedWords, importMany, type ReadOne } from './import-many.js';
import { readInput } from '../read-input.js';
import { withApplication } from '../with-application.js';

interface ImportOptions {
  readonly dryRun?: true;
  readonly json?: true;
  readonly adopt?: true;
  readonly waiver?: string;
}

export function addImportCommand(program: Command): void {
  program
    .command('import')
    .argument('<files...>', 'published budget or self-evaluation documents, folders, zip files')
    .description('read documents into target sheets, with every doubt shown / 读取公开文件，列出指标表和疑点')
    .option('--dry-run', 'show what was found, keep nothing')
    .option('--json', 'the draft as JSON on standard output; an array where there are several documents')
    .option('--adopt', 'take all sheets into the running year')
    .option('--waiver <reason>', 'why sheets are adopted although their weights do not give 100')
    .action(importFiles);
}

async function importFiles(places: readonly string[], options: ImportOptions): Promise<void> {
  const [place, ...others] = places;
  if (place !== undefined && others.length === 0 && (await isDocument(place))) return importFile(place, options);
  const read = (one: ReadOne) => importMany(documentsAt(places), one, options.json ?? false);
  let failed = 0;
  if (options.dryRun)
    failed = await read(async (bytes, name) => ({
      ...{ draft: await importIsolated(bytes, name), known: false, adopted: null },
    }));
  else
    await withApplication(
      readConfiguration(process.env),
      async (app) => {
        failed = await read((bytes, name) => keep(app, bytes, path.basename(name), options));
      },
      'join',
    );
  if (failed > 0) process.exitCode = 1;
}

async function importFile(file: string, options: ImportOptions): Promise<void> {
  const bytes = await readInput(file);
  const draft = await draftOf(bytes, file);
  if (options.json) printJson(draft);
  else print(draftSummary(draft, LANGUAGE));
  if (options.dryRun) return;
  await withApplication(
    readConfiguration(process.env),
    async (app) => {
      const { id, adopted } = await keep(app, bytes, path.basename(file), options);
      note(
        adopted === null
          ? say(
              `已保存为导入草稿 ${id}；加 --adopt 采用全部指标表。`,
              `Kept as draft ${id}; add --adopt to adopt its sheets.`,
            )
          : adoptedWords(adopted),
      );
    },
    'join',
  );
}

/** What the document came to; as ReadDraft, with the id of the import. */
async function keep(app: INestApplicationContext, bytes: Uint8Array, name: string, { adopt, waiver }: ImportOptions) {
  const caller = { actor: COMMAND_LINE, scope: EVERYTHING, at: new Date() };
  const { known, import: kept } = await app.get(ImportsService).read(bytes, name, caller);
  const { id, draft } = kept;
  const answer = { id, draft, known, adopted: null };
  if (!adopt) return answer;
  if (kept.adoptedAt) return { ...answer, adopted: 0 };
  const places = placesLeft(draft, kept.adoption?.sheets ?? []);
  const waivers = places.flatMap((sheet) => (waiver ? [{ sheet, reason: waiver }] : []));
  const { targetSheetIds } = await app.get(AdoptionService).adopt(id, null, { waivers }, caller);
  return { ...answer, adopted: targetSheetIds.length };
}

/** As importIsolated; an error names the file. */
async function draftOf(bytes: Uint8Array, file: string): Promise<ImportDraft> {
  try {
    return await importIsolated(bytes, path.basename(file));
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    const { zh, en } = error.messages;
    throw error.told({ messages: { zh: `${file}：${zh}`, en: `${file}: ${en}` }, problems: [] });
  }
}
