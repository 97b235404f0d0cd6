import { createHash } from 'node:crypto';
import { canonicalJson } from '../../common/canonical-json.js';
import type { Message } from '../../domain/domain-error.js';
import type { Comparator, Period, SheetKind } from '../../domain/indicator.js';
import type { Month } from '../../domain/calendar/month.js';
import type { Rating } from '../../domain/policy.js';
import type { SpentBySource } from '../../budget/budget-execution.entity.js';
import type { SheetOutlook } from '../../domain/outlook/sheet-outlook.js';
import type { FrozenScore } from '../../scoring/stored/score-snapshots.service.js';

/** 评分月报, 绩效自评表, 绩效目标执行监控表. */
export const REPORT_KINDS = ['scoring', 'self-evaluation', 'monitoring'] as const;
export type ReportKind = (typeof REPORT_KINDS)[number];

export const REPORT_SCOPES = ['sheet', 'department', 'installation'] as const;
export type ReportScope = (typeof REPORT_SCOPES)[number];

export interface ReportedPerson {
  readonly name: string | null;
  readonly phone: string | null;
}

/** What an indicator must reach. */
export interface ReportedTarget {
  readonly comparator: Comparator;
  readonly target: string | null;
  readonly targetUpper: string | null;
  readonly targetText: string | null;
}

/** An indicator in words; its figures stand at the same place of the sheet's score. */
export interface ReportedIndicator extends ReportedTarget {
  readonly level1: string;
  readonly level2: string;
  readonly name: string;
  readonly section: string | null;
  /** The target in force in the report's month, as the document prints it. */
  readonly raw: string;
  /** 年初指标值, where a revision has changed the target since. */
  readonly initial?: ReportedTarget;
  readonly unit: string | null;
  readonly per: Period | null;
  /** Last month in which it counts, and why it ended. */
  readonly endMonth: Month | null;
  readonly endReason: string | null;
  /** 偏差原因 and 改进措施 of the last approved month that gives one. */
  readonly deviationReason: string | null;
  readonly correctiveMeasure: string | null;
  readonly core: boolean;
}

export interface ReportedGoal {
  readonly text: string;
  /** What the last month up to the report's says of it. */
  readonly progress: string | null;
}

/** A score as it was frozen, before inputs were kept and the outlook was a span without either. */
export type ReportedScore = Omit<FrozenScore, 'inputHash' | 'outlook'> & {
  readonly inputHash: string | null;
  readonly outlook: Pick<SheetOutlook, 'forecastSpent'> & Partial<SheetOutlook>;
};

/** A sheet with all that its forms print: names beside figures, so that it stays readable when names change. 万元. */
export interface ReportedSheet {
  readonly kind: SheetKind;
  readonly fiscalYear: number;
  readonly project: string | null;
  readonly department: string;
  /** 主管部门: the department above; its own name where there is none. */
  readonly superior: string;
  readonly responsible: ReportedPerson;
  readonly funding: {
    readonly total: string | null;
    readonly fiscal: string | null;
    readonly other: string | null;
    /** 上年结转. */
    readonly carriedOver: string | null;
    readonly sources: readonly { readonly name: string; readonly amount: string }[];
    /** What was spent of each, where the budget figures of the month say. */
    readonly spentBySource: SpentBySource | null;
  };
  /** Why it was adopted although its weights do not give 100. */
  readonly weightWaiver: string | null;
  /** What people call the policy of the score; null in reports frozen before it was said, of an installation's own policy. */
  readonly policyTitle: Message | null;
  readonly goals: readonly ReportedGoal[];
  readonly indicators: readonly ReportedIndicator[];
  readonly score: ReportedScore;
}

/** A sheet's line of the league table; no pace in reports frozen before sheets were ranked by it. */
export interface LeagueLine {
  /** Equals share it. */
  readonly rank: number;
  readonly department: string;
  readonly project: string | null;
  readonly raw: string;
  readonly max: string;
  readonly normalised: string | null;
  readonly rating: Rating | null;
  readonly paceNormalised: string | null;
  readonly paceRating: Rating | null;
  readonly provisional: boolean;
  readonly executionRate: string | null;
  readonly lights: Readonly<Record<'green' | 'amber' | 'red' | 'grey', number>>;
}

export interface LossLine {
  readonly department: string;
  readonly project: string | null;
  readonly indicator: string;
  /** Against the target to date; in reports frozen before, against that of the year. */
  readonly lost: string;
  /** Earned of the year; null in reports frozen before it was said. */
  readonly score: string | null;
  readonly weight: string;
}

/** Months that a section has not had approved although they are past. */
export interface OverdueLine {
  readonly department: string;
  readonly section: string | null;
  readonly month: Month;
  readonly indicators: readonly string[];
}

/**
 * What a report says, complete in itself and frozen when it is issued; documents in any language are made from it. Whoever
 * changes it raises SHAPE in earlier-shapes.ts.
 */
export interface ReportContent {
  /** Of this description; what was frozen in an earlier one is read in the present one. */
  readonly shape: number;
  readonly kind: ReportKind;
  readonly scope: ReportScope;
  /** The sheet's, the department's; null for the whole installation. */
  readonly name: string | null;
  readonly month: Month;
  /** Issued before the month had closed, or a self-evaluation before the year had. */
  readonly draft: boolean;
  /** Furthest ahead first. */
  readonly league: readonly LeagueLine[];
  /** Most points first. */
  readonly losses: readonly LossLine[];
  readonly overdue: readonly OverdueLine[];
  /** In full; none for the whole installation. */
  readonly sheets: readonly ReportedSheet[];
}

/** SHA-256, hexadecimal, of the content in canonical form (RFC 8785). The scores in it name their policy and version. */
export function hashOf(content: object): string {
  return createHash('sha256').update(canonicalJson(content)).digest('hex');
}
