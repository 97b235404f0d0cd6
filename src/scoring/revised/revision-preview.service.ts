import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Today } from '../../common/today.js';
import type { Month } from '../../domain/calendar/month.js';
import type { Rating } from '../../domain/policy.js';
import { PoliciesService } from '../../policies/policies.service.js';
import type { ScoredColumns } from '../../targets/indicators/scored-columns.js';
import type { ReviseSheetDto } from '../../targets/revisions/dto/revision.dto.js';
import { RevisionsService } from '../../targets/revisions/revisions.service.js';
import { noSheet } from '../../targets/sheets/errors.js';
import { type ScoredSheet, scoredSheet } from '../scored-sheet.js';
import { SheetFactsRepository } from '../sheet-facts.repository.js';
import { revisedFacts } from './revised-facts.js';

interface Outcome {
  readonly raw: string;
  readonly normalised: string | null;
  readonly rating: Rating | null;
}

type Target = Pick<
  ScoredColumns,
  | 'comparator'
  | 'target'
  | 'targetUpper'
  | 'targetText'
  | 'unit'
  | 'raw'
  | 'weight'
  | 'rule'
  | 'milestones'
  | 'endMonth'
>;

interface PreviewedIndicator {
  readonly indicatorId: string;
  readonly name: string;
  readonly before: Target;
  readonly after: Target;
  /** Points as of the month of the scores; null: nothing is judged yet. */
  readonly score: { readonly before: string | null; readonly after: string | null };
}

/** What a revision would change. */
export interface RevisionPreview {
  readonly effectiveMonth: Month;
  /** What the weights give, together with the points for execution. */
  readonly weightTotal: string;
  readonly indicators: readonly PreviewedIndicator[];
  /** As of the month in which it takes effect, or of the last one that is over, whichever is later. */
  readonly score: { readonly asOf: Month; readonly before: Outcome; readonly after: Outcome };
}

/** A revision as it would be: the indicators before and after, and what that makes of the score. Nothing is stored. */
@Injectable()
export class RevisionPreviewService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly revisions: RevisionsService,
    private readonly facts: SheetFactsRepository,
    private readonly policies: PoliciesService,
    private readonly today: Today,
  ) {}

  /** @throws DomainError as the revision itself */
  async preview(sheetId: string, revision: ReviseSheetDto, actor: string): Promise<RevisionPreview> {
    const { effectiveMonth } = revision;
    const { sheet, revised, weightTotal } = await this.revisions.planned(sheetId, revision, actor);
    const now = this.today.asOf(sheet.fiscalYear);
    const asOf = now > effectiveMonth ? now : effectiveMonth;
    const [facts] = await this.facts.findWithMonths(this.dataSource.manager, [sheetId], asOf);
    if (!facts) throw noSheet();
    const policy = this.policies.get(facts.policy);
    const before = scoredSheet(facts, asOf, policy);
    const after = scoredSheet(revisedFacts(facts, revised, effectiveMonth), asOf, policy);
    const pointsOf = ({ indicators }: ScoredSheet, id: string): string | null =>
      indicators.find(({ indicatorId }) => indicatorId === id)?.score ?? null;
    const indicators = sheet.indicators.flatMap((indicator): PreviewedIndicator[] => {
      const { id: indicatorId, name } = indicator;
      const next = revised.get(indicatorId);
      const score = { before: pointsOf(before, indicatorId), after: pointsOf(after, indicatorId) };
      return next ? [{ indicatorId, name, before: targetOf(indicator), after: targetOf(next), score }] : [];
    });
    const score = { asOf, before: outcomeOf(before), after: outcomeOf(after) };
    return { effectiveMonth, weightTotal, indicators, score };
  }
}

const outcomeOf = ({ raw, normalised, rating }: ScoredSheet): Outcome => ({ raw, normalised, rating });

function targetOf(indicator: ScoredColumns): Target {
  const { comparator, target, targetUpper, targetText, unit, raw, weight, rule, milestones, endMonth } = indicator;
  return { comparator, target, targetUpper, targetText, unit, raw, weight, rule, milestones, endMonth };
}
