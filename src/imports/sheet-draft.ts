import type { Message } from '../domain/domain-error.js';
import type { Aggregation } from '../domain/aggregation.js';
import type { Comparator, Period, Rule, SheetKind } from '../domain/indicator.js';
import type { DoubtCode } from './doubts/doubt-code.js';
import type { Box } from './table-model.js';

/** One row of a sheet as it was read. Numbers are decimal strings, texts are as printed. */
export interface IndicatorDraft {
  readonly level1: string;
  readonly level2: string;
  readonly name: string;
  /** null, with `target`, where the printed target could not be read (doubt `target-unparsed`). */
  readonly comparator: Comparator | null;
  readonly target: string | null;
  readonly targetUpper: string | null;
  readonly unit: string | null;
  readonly per: Period | null;
  readonly qualitative: boolean;
  readonly raw: string;
  readonly basis: string | null;
  readonly previous: string | null;
  /** null where the document prints none (doubt `weight-missing`). */
  readonly weight: string | null;
  /** What stands in the cells of points that could not be read; left out where all were. */
  readonly unread?: UnreadPoints;
  readonly rule: Rule | null;
  readonly ruleRaw: string | null;
  readonly evidence: string | null;
  /** 责任科室 of the row, as printed; who owns it is for a person to say. */
  readonly sectionRaw: string | null;
  /** Inferred where it is not printed (doubt `aggregation-assumed`); null for a qualitative or unreadable target. */
  readonly aggregation: Aggregation | null;
  /** 汇总方式 as our own workbook prints it. */
  readonly aggregationRaw: string | null;
  /** 实际完成值 of a self-evaluation form, as printed and as a number. */
  readonly actualRaw: string | null;
  readonly actual: string | null;
  /** 得分 as published, kept apart from our own formula score. */
  readonly publishedScore: string | null;
  /** The target of a longer period (实施期) that the document prints beside the year's, as printed. */
  readonly longTerm: string | null;
  readonly source: string;
  /** Where each column of the row stands, by its name, and `level1`, `level2` where a row above printed them. */
  readonly places: Places;
}

/** Cells of points as printed: of the weight, of the score, and a weight that a merged cell shares with the rows above. */
export interface UnreadPoints {
  readonly weight?: string;
  readonly sharedWeight?: string;
  readonly score?: string;
}

/** Field → place in the document (as `source` of a cell); what the document does not print has none. */
export type Places = Readonly<Record<string, string>>;

/** Amounts in 万元. `sources` are the finer rows of a department's sheet. */
export interface FundingDraft {
  readonly total: string | null;
  readonly fiscal: string | null;
  readonly other: string | null;
  /** 上年结转: last year's money, neither 上级 nor 本级. */
  readonly carriedOver: string | null;
  /** 全年执行数 of a self-evaluation form. */
  readonly spent: string | null;
  readonly sources: readonly { readonly name: string; readonly amount: string }[];
}

/** What a self-evaluation form prints about the sheet as a whole; the rate in %. */
export interface PublishedFigures {
  readonly total: string | null;
  readonly executionRate: string | null;
  readonly executionScore: string | null;
}

/** A target sheet as it was read, before a person has adopted it. What the document does not say is null. */
export interface SheetDraft {
  readonly kind: SheetKind;
  readonly fiscalYear: number | null;
  readonly department: string | null;
  readonly project: string | null;
  readonly responsible: { readonly name: string | null; readonly phone: string | null };
  /** 责任科室 and 电子邮箱 in the head, as printed. */
  readonly sectionRaw: string | null;
  readonly email: string | null;
  readonly goal: string | null;
  /** The numbered goals in `goal`; the whole text where it has no numbers. */
  readonly goals: readonly string[];
  readonly funding: FundingDraft;
  /** Points for budget execution; null where the sheet prints none. */
  readonly executionWeight: string | null;
  readonly weightTotal: string;
  readonly indicators: readonly IndicatorDraft[];
  readonly published: PublishedFigures;
  /** Of `title`, `department`, `project`, `responsible`, `phone`, `section`, `email`, `goal`, `funding`, `total`. */
  readonly places: Places;
}

/** One way to settle a doubt: `value` joins the list `part` of the decisions (`PUT /imports/{id}/decisions`). */
export interface SuggestedAnswer {
  readonly label: Message;
  readonly part: 'decisions' | 'sheetDecisions' | 'commitments' | 'waivers';
  readonly value: Readonly<Record<string, string | number | boolean>>;
}

/** Something a person should look at before the sheet is adopted. `sheet` and `indicator` are places from 0. */
export interface Doubt {
  readonly code: DoubtCode;
  readonly severity: 'info' | 'warning' | 'error';
  readonly sheet: number | null;
  readonly indicator: number | null;
  readonly message: Message;
  readonly source: string | null;
  /** Of a scan: the number of the page whose picture shows it (`GET /imports/{id}/pages/{page}`), and its row there. */
  readonly page?: number;
  readonly box?: Box;
  readonly answers?: readonly SuggestedAnswer[];
}

/** What `jixiao import FILE --dry-run --json` prints (design, domain §10). */
export interface ImportDraft {
  readonly document: { readonly title: string; readonly format: string; readonly sha256: string };
  readonly sheets: readonly SheetDraft[];
  readonly doubts: readonly Doubt[];
}
