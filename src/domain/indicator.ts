import type { Aggregation } from './aggregation.js';

/**
 * How the target value is to be read: 指标值 "≥60次" is `>=` 60 次, "9月底前" is `by` 30 September; text such as 提升 is
 * `qualitative`.
 */
export const COMPARATORS = ['>=', '>', '=', '<', '<=', 'range', 'by', 'qualitative'] as const;
export type Comparator = (typeof COMPARATORS)[number];

/** 篇/月, 次/季度, 次/半年: how often the target has to be reached anew. */
export const PERIODS = ['month', 'quarter', 'half-year'] as const;
export type Period = (typeof PERIODS)[number];

/** 指标赋分规则: 按照完成比例赋分, 直接赋分, 按评判等级赋分. */
export const RULES = ['proportional', 'direct', 'graded'] as const;
export type Rule = (typeof RULES)[number];

/** Grades of a qualitative entry: 达成, 部分达成, 未达成. */
export const GRADES = ['achieved', 'partial', 'missed'] as const;
export type Grade = (typeof GRADES)[number];

/** 绩效目标表 of a whole department (部门整体) or of one project (项目支出). */
export const SHEET_KINDS = ['department', 'project'] as const;
export type SheetKind = (typeof SHEET_KINDS)[number];

/** What is planned to be reached by the end of a month, counted from January; decimal string. */
export interface Milestone {
  readonly month: string;
  readonly target: string;
}

/** A target that holds from a month on, until the next one does, with its plan; decimal strings, of a `by` target the day. */
export interface TargetFrom {
  readonly from: string;
  readonly comparator: Comparator;
  readonly target: string | null;
  readonly targetUpper: string | null;
  readonly milestones?: readonly Milestone[];
  readonly endMonth?: string | null;
}

/** What scoring needs to know of an indicator. Numbers are decimal strings. */
export interface Indicator {
  readonly name: string;
  readonly comparator: Comparator;
  /**
   * The number to reach; the lower bound of a range; the last day, `YYYY-MM-DD`, of a `by` target. Scoring ignores the
   * text of a qualitative target.
   */
  readonly target: string | null;
  /** Upper bound, for `range` only. */
  readonly targetUpper: string | null;
  readonly unit: string | null;
  /** null where the document prints no rule: then proportional for numbers, graded for text. */
  readonly rule: Rule | null;
  /** Points; 0 for a commitment, which is tracked and never scored. */
  readonly weight: string;
  /** null for qualitative indicators. */
  readonly aggregation: Aggregation | null;
  /**
   * First month, `YYYY-MM`, that is asked for, where it was taken up in the middle of its year: an entry of this month that
   * adds up holds what was done since January ([ADR 21](docs/adr/0021-taken-up-in-the-middle-of-a-year.md)).
   */
  readonly firstMonth?: string | null;
  /** Last month, `YYYY-MM`, in which it counts and is asked for, where it ends before its year does. */
  readonly endMonth?: string | null;
  /** Month of the year (1–12) in which the indicator is due, where it is due once a year. */
  readonly dueMonth?: number | null;
  /** The plan by months, in their order, where there is one. */
  readonly milestones?: readonly Milestone[];
  /**
   * The targets over time, oldest first, where it was revised; the last one is the target above. Months, quarters and
   * half-years that are judged on their own go by the one that held at their end (design, domain §3, Revisions).
   */
  readonly targets?: readonly TargetFrom[];
}

/**
 * What one month says about one indicator. Exactly one of value, numerator + denominator, grade + coefficient,
 * completedOn, notApplicable.
 */
export interface MonthlyEntry {
  readonly month: string;
  readonly value?: string | null;
  readonly numerator?: string | null;
  readonly denominator?: string | null;
  readonly grade?: Grade | null;
  readonly coefficient?: string | null;
  /** The day, `YYYY-MM-DD`, on which what a `by` target asks for was completed; entered once. */
  readonly completedOn?: string | null;
  readonly notApplicable?: boolean;
  /** It was reopened: this is what was last approved of it, and counts until it is approved again. */
  readonly reopened?: boolean;
}
