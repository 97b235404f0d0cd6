import type { Aggregation, Comparator, Grade, Rule, SheetKind } from '../../../src/domain/indicator.js';

export interface Page<T> {
  readonly items: readonly T[];
  readonly nextCursor: string | null;
}

export interface TargetSheetSummary {
  readonly id: string;
  readonly kind: SheetKind;
  readonly fiscalYear: number;
  readonly project: string | null;
  readonly department: { readonly id: string; readonly name: string };
  readonly responsibleName: string | null;
  readonly fundingTotal: string | null;
  readonly policy: string;
  readonly weightWaiver: { readonly reason: string; readonly by: string; readonly weightTotal: string } | null;
}

export interface SheetIndicator {
  readonly id: string;
  readonly level1: string;
  readonly level2: string;
  readonly name: string;
  readonly comparator: Comparator;
  readonly target: string | null;
  readonly targetUpper: string | null;
  readonly targetText: string | null;
  readonly unit: string | null;
  readonly per: 'month' | null;
  readonly basis: string | null;
  readonly weight: string;
  readonly rule: Rule | null;
  readonly aggregation: Aggregation | null;
  readonly dueMonth: number | null;
  readonly section: { readonly id: string; readonly name: string } | null;
}

export interface Goal {
  readonly id: string;
  readonly text: string;
  readonly indicatorIds: readonly string[];
}

export interface TargetSheet extends TargetSheetSummary {
  readonly goals: readonly Goal[];
  readonly indicators: readonly SheetIndicator[];
}

export interface ScoreHeadline {
  readonly sheetId: string;
  readonly raw: string;
  readonly max: string;
  readonly normalised: string | null;
  readonly rating: 'excellent' | 'good' | 'fair' | 'poor' | null;
  readonly provisional: boolean;
}

/** An indicator with the entries of its year. */
export interface IndicatorMonths extends Omit<SheetIndicator, 'basis'> {
  readonly sheet: { readonly id: string; readonly project: string | null; readonly policy: string };
  readonly department: { readonly id: string; readonly name: string };
  readonly entries: readonly ProgressEntry[];
}

export interface ProgressEntry {
  readonly id: string;
  readonly month: string;
  readonly version: number;
  readonly submittedBy: string | null;
  readonly value: string | null;
  readonly numerator: string | null;
  readonly denominator: string | null;
  readonly grade: Grade | null;
  readonly coefficient: string | null;
  readonly notApplicable: boolean;
  readonly notApplicableReason: string | null;
  readonly deviationReason: string | null;
  readonly correctiveMeasure: string | null;
  readonly note: string | null;
  readonly status: 'draft' | 'submitted' | 'approved' | 'returned';
}
