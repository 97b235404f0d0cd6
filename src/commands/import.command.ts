import path from 'node:path';
import type { Command } from 'commander';
import { COMMAND_LINE, EVERYTHING } from '../common/access/actor.js';
import { readConfiguration } from '../config/configuration.js';
import { DomainError } from '../domain/domain-error.js';
import { AdoptionService } from '../imports/adoption/adoption.service.js';
import { importIsolated } from '../imports/import-isolated.js';
import { ImportsService } from '../imports/imports.service.js';
import type { ImportDraft } from '../imports/sheet-draft.js';
import { LANGUAGE, note, print, printJson, say } from './console-output.js';
import { draftSummary } from './draft-summary.js';
import { readInput } from './read-input.js';
import { withApplication } from './with-application.js';

interface ImportOptions {
  readonly dryRun?: true;
  readonly json?: true;
  readonly adopt?: true;
  readonly waiver?: string;
}

export function addImportCommand(program: Command): void {
  program
    .command('import')
    .argument('<file>', 'published budget or self-evaluation document')
    .description('read a document into target sheets, with every doubt shown / 读取公开文件，列出指标表和疑点')
    .option('--dry-run', 'show what was found, keep nothing')
    .option('--json', 'the draft as JSON on standard output')
    .option('--adopt', 'take all sheets into the running year')
    .option('--waiver <reason>', 'why sheets are adopted although their weights do not give 100')
    .action(importFile);
}

async function importFile(file: string, options: ImportOptions): Promise<void> {
  const bytes = await readInput(file);
  const draft = await draftOf(bytes, file);
  if (options.json) printJson(draft);
  else print(draftSummary(draft, LANGUAGE));
  if (options.dryRun) return;
  await withApplication(readConfiguration(process.env), async (app) => {
    const imports = app.get(ImportsService);
    const caller = { actor: COMMAND_LINE, scope: EVERYTHING, at: new Date() };
    const { id } = (await imports.read(bytes, path.basename(file), caller)).import;
    if (!options.adopt) {
      note(
        say(
          `已保存为导入草稿 ${id}；加 --adopt 采用全部指标表。`,
          `Kept as draft ${id}; add --adopt to adopt its sheets.`,
        ),
      );
      return;
    }
    const waivers = draft.sheets.flatMap((_, sheet) => (options.waiver ? [{ sheet, reason: options.waiver }] : []));
    const adopted = await app.get(AdoptionService).adopt(id, null, { waivers }, caller);
    note(say(`已采用 ${adopted.length} 张指标表。`, `${adopted.length} sheets adopted.`));
  });
}

/** As importIsolated; an error names the file. */
async function draftOf(bytes: Uint8Array, file: string): Promise<ImportDraft> {
  try {
    return await importIsolated(bytes, path.basename(file));
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    const { zh, en } = error.messages;
    throw new DomainError(error.code, { zh: `${file}：${zh}`, en: `${file}: ${en}` });
  }
}
