import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { departmentList, type Scope } from '../../common/access/actor.js';
import type { Month } from '../../domain/calendar/month.js';
import type { EvidenceKind } from '../../evidence/evidence.entity.js';
import type { EntryStatus } from '../entries/progress-entry.entity.js';
import { owes } from '../work-list/owed-months.js';

export interface EvidencePiece {
  readonly id: string;
  readonly fileName: string;
  readonly kind: EvidenceKind;
}

/** An indicator that is entered in the month, with all that there is to show for it. */
export interface EvidenceRow {
  readonly indicatorId: string;
  readonly indicator: string;
  readonly sheetId: string;
  /** null: the targets of the whole department. */
  readonly project: string | null;
  readonly departmentId: string;
  readonly department: string;
  readonly section: string | null;
  /** As its sheet prints it; null: nothing. */
  readonly evidenceKind: string | null;
  /** Whether its sheet takes no entry without. */
  readonly required: boolean;
  /** null: nothing has been entered. */
  readonly status: EntryStatus | null;
  readonly notApplicable: boolean;
  readonly files: readonly EvidencePiece[];
}

interface Wanted {
  readonly month: Month;
  readonly departmentId: string | undefined;
  /** null: of all sections. */
  readonly sections: readonly string[] | null;
}

const ROWS = `
  SELECT i.id AS "indicatorId", i.name AS indicator, s.id AS "sheetId", s.project, d.id AS "departmentId",
    d.name AS department, c.name AS section, i.evidence_kind AS "evidenceKind", s.evidence_required AS required,
    e.status, coalesce(e.not_applicable, false) AS "notApplicable",
    coalesce((SELECT json_agg(json_build_object('id', v.id, 'fileName', v.file_name, 'kind', v.kind) ORDER BY v.id)
      FROM evidence v WHERE v.indicator_id = i.id AND v.month = $1), '[]') AS files
  FROM target_sheet s
  JOIN department d ON d.id = s.department_id
  JOIN indicator i ON i.sheet_id = s.id
  JOIN indicator_in_force f ON f.indicator_id = i.id AND $1 >= f.from_month AND $1 < f.until_month
  LEFT JOIN measure m ON m.id = i.measure_id
  LEFT JOIN section c ON c.id = coalesce(m.section_id, i.section_id)
  LEFT JOIN progress_entry e ON e.indicator_id = i.id AND e.month = $1
  WHERE s.fiscal_year = left($1, 4)::int AND ($2::uuid[] IS NULL OR d.id = ANY ($2)) AND ($3::uuid IS NULL OR d.id = $3)
    AND ($4::uuid[] IS NULL OR coalesce(m.section_id, i.section_id) = ANY ($4))
    AND (e.id IS NOT NULL OR ${owes('f', '$1')})
  ORDER BY d.name, d.id, c.name NULLS LAST, i.name, i.id
  LIMIT 10000`;

@Injectable()
export class EvidenceChecklistRepository {
  rows(manager: EntityManager, { month, departmentId, sections }: Wanted, scope: Scope): Promise<EvidenceRow[]> {
    return manager.query(ROWS, [month, departmentList(scope), departmentId, sections]);
  }
}
