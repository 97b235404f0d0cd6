import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { Scope } from '../../common/access/actor.js';
import { DepartmentAliasesService } from '../../organisation/aliases/department-aliases.service.js';
import type { DocumentImport } from '../document-import.entity.js';
import { withMeanings } from './doubts-in.js';
import { type DraftSummary, summaryOf } from './draft-summary.js';
import type { DoubtedDraft, RepairableDraft } from './applied/repairable-draft.js';

/** Open drafts without rows, and without doubts that rest on the document alone: all of them is too much for a list. */
const NAMED = `
  SELECT id, draft->'document' AS document, coalesce(draft->'answered', '{}') AS answered,
    jsonb_path_query_array(draft, '$.doubts[*] ? (@.code == "department-alias")') AS doubts,
    (SELECT coalesce(jsonb_agg(sheet || '{"indicators": []}' ORDER BY place), '[]')
     FROM jsonb_array_elements(draft->'sheets') WITH ORDINALITY AS s (sheet, place)) AS sheets
  FROM document_import WHERE id = ANY ($1) AND adopted_at IS NULL`;

/**
 * What the printed names of departments in open drafts mean now and for the one who looks, whatever they meant when the
 * drafts were read. A draft that was adopted stays as it was adopted.
 */
@Injectable()
export class DraftMeanings {
  constructor(
    private readonly dataSource: DataSource,
    private readonly aliases: DepartmentAliasesService,
  ) {}

  async now(found: DocumentImport, scope: Scope, manager: EntityManager): Promise<DocumentImport> {
    if (found.adoptedAt) return found;
    const draft = withMeanings(found.draft, await this.aliases.meanings(printedIn(found.draft), scope, manager));
    return { ...found, draft, summary: summaryOf(draft) };
  }

  /** The figures of these imports as they are now, for lists, where they are not as they were stored. */
  async summaries(stored: ReadonlyMap<string, DraftSummary>, scope: Scope): Promise<ReadonlyMap<string, DraftSummary>> {
    if (stored.size === 0) return stored;
    const { manager } = this.dataSource;
    const drafts: (DoubtedDraft & { id: string })[] = await manager.query(NAMED, [[...stored.keys()]]);
    const meanings = await this.aliases.meanings(drafts.flatMap(printedIn), scope, manager);
    const now = drafts.flatMap((draft): (readonly [string, DraftSummary])[] => {
      const summary = stored.get(draft.id);
      return summary ? [[draft.id, counted(summary, summaryOf(draft), summaryOf(withMeanings(draft, meanings)))]] : [];
    });
    return new Map([...stored, ...now]);
  }
}

const printedIn = ({ sheets }: RepairableDraft): string[] => sheets.flatMap(({ department }) => department ?? []);

/** `before` and `after` count the doubts about departments alone. */
function counted(summary: DraftSummary, before: DraftSummary, after: DraftSummary): DraftSummary {
  const count = (severity: keyof DraftSummary['doubts']) =>
    summary.doubts[severity] - before.doubts[severity] + after.doubts[severity];
  const doubts = { error: count('error'), warning: count('warning'), info: count('info') };
  return { ...summary, doubts, answered: summary.answered - before.answered + after.answered };
}
