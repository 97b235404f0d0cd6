import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Actor } from '../../common/access/actor.js';
import type { EvidenceKind } from '../../evidence/evidence.entity.js';
import { demandedKind } from '../../evidence/evidence-kind.js';
import type { EvidenceChecklistQuery } from './dto/evidence-checklist.query.js';
import { EvidenceChecklistRepository, type EvidenceRow } from './evidence-checklist.repository.js';

/** `other-kind`: there are files, but none of the kind that its sheet names. */
export type EvidenceState = 'there' | 'other-kind' | 'lacking' | 'not-applicable' | 'not-asked';

export interface CheckedEvidence extends Omit<EvidenceRow, 'evidenceKind'> {
  /** Which kind its sheet names; null: any. */
  readonly kind: EvidenceKind | null;
  readonly state: EvidenceState;
}

/** What a month has to show for its figures, indicator by indicator, by the rule of submission (`EvidenceService.missing`). */
@Injectable()
export class EvidenceChecklistService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly repository: EvidenceChecklistRepository,
  ) {}

  async of({ month, departmentId, whose }: EvidenceChecklistQuery, actor: Actor): Promise<CheckedEvidence[]> {
    const wanted = { month, departmentId, sections: whose === 'mine' ? actor.sections : null };
    const rows = await this.repository.rows(this.dataSource.manager, wanted, actor.scope);
    return rows.map(({ evidenceKind, ...row }) => {
      const kind = demandedKind({ evidenceKind });
      return { ...row, kind, state: stateOf(row, kind) };
    });
  }
}

function stateOf(
  { notApplicable, required, files }: Pick<EvidenceRow, 'notApplicable' | 'required' | 'files'>,
  kind: EvidenceKind | null,
): EvidenceState {
  if (files.some((file) => kind === null || file.kind === kind)) return 'there';
  if (notApplicable) return 'not-applicable';
  if (!required && kind === null) return 'not-asked';
  return files.length > 0 ? 'other-kind' : 'lacking';
}
