import type { Scope } from '../../common/access/actor.js';
import type { SheetKind } from '../../domain/indicator.js';
import type { Month } from '../../domain/calendar/month.js';
import type { Light } from '../../domain/outlook/light.js';
import type { Rating } from '../../domain/policy.js';
import type { SheetScore } from '../stored/sheet-score.entity.js';

interface Named {
  readonly id: string;
  readonly name: string;
}

/** What may be asked for before all of it is there. */
export interface BeingScored {
  /** Scores that are still being made and are in none of this: ask again. */
  readonly beingScored: number;
}

/** The sheets whose scores are looked at; both kinds by default. */
export interface ChosenSheets {
  readonly asOf: Month;
  readonly scope: Scope;
  readonly kind: SheetKind | undefined;
}

/** A sheet's place by its pace among the sheets that are looked at, the best first; equals share a rank. */
export interface LeagueLine extends Omit<SheetScore, 'indicators' | 'sheet'> {
  readonly rank: number;
  readonly department: Named;
  readonly kind: SheetKind;
  readonly project: string | null;
  /** 资金总额 in 万元; null: none is printed. */
  readonly fundingTotal: string | null;
  /** Of what is missing, what is handed in and waits for its review. */
  readonly waiting: number;
}

/** In which order its lines come; equals by pace, then by age. */
export const TABLE_ORDERS = ['pace', '-pace', 'points', '-points', 'name', '-name'] as const;
export type TableOrder = (typeof TABLE_ORDERS)[number];

/** Which lines of it are asked for. */
export interface TablePage {
  readonly limit: number;
  readonly offset: number;
  readonly search?: string | undefined;
  readonly order?: TableOrder | undefined;
}

/** A page of it. */
export interface LeagueTable extends BeingScored {
  readonly items: readonly LeagueLine[];
  /** How many lines it has, on all pages. */
  readonly total: number;
  readonly nextCursor: string | null;
}

/** The points of many sheets together, weighed by what they can give. */
export interface RolledUp {
  readonly sheets: number;
  readonly raw: string;
  readonly max: string;
  readonly normalised: string | null;
  readonly rating: Rating | null;
  readonly provisional: boolean;
  /** Entries that are due by the as-of month and not approved: until there are none, nothing is judged. */
  readonly missing: number;
  /** Those of them that are handed in and wait for their review. */
  readonly waiting: number;
  /** Nothing of them can be judged as of the month: they are entered from a later one on. */
  readonly unjudged: boolean;
  /** The same against the targets to date. */
  readonly paceNormalised: string | null;
  readonly paceRating: Rating | null;
  readonly light: Light;
}

/** Points that an indicator lacks against its target to date; what is not due lacks none. */
export interface Loss {
  readonly indicatorId: string;
  readonly name: string;
  readonly sheetId: string;
  readonly project: string | null;
  readonly department: Named;
  readonly section: string | null;
  /** Earned of the whole year. */
  readonly score: string;
  /** What the formula gives, where a reviewer gave the score. */
  readonly formula: string | null;
  readonly paceScore: string;
  readonly max: string;
  /** max − paceScore */
  readonly lost: string;
  readonly light: Light;
}

/** An indicator that is behind, or that gives all or nothing and is heading for nothing. */
export interface Risk {
  readonly indicatorId: string;
  readonly name: string;
  readonly sheetId: string;
  readonly department: Named;
  readonly max: string;
  readonly light: Light;
}

/** A section (null: nobody's) that owes entries of months up to the as-of month. */
export interface MissingReport {
  readonly department: Named;
  readonly section: Named | null;
  readonly indicators: number;
  /** Not approved, or reopened since: these count as they were approved, and are owed again. */
  readonly entries: number;
  /** Those of them that are handed in and wait for their review: it is the head who owes. */
  readonly waiting: number;
}

export interface ScoreSummary extends BeingScored {
  readonly asOf: Month;
  readonly installation: RolledUp | null;
  /** The best first, up to 500. */
  readonly departments: readonly (RolledUp & Named & { readonly rank: number })[];
  /** Sheets that lack nothing by the rating of their pace; `none`: nothing is due. */
  readonly ratings: Readonly<Record<Rating | 'none', number>>;
  /** Sheets that lack entries: they are not judged yet, and stand under no rating. */
  readonly unfinished: number;
  readonly losses: readonly Loss[];
  readonly missing: readonly MissingReport[];
}

export type HeatCell = Omit<RolledUp, 'sheets' | 'raw' | 'max'>;

/** A department in every month; where one department is looked at, each of its sheets. */
export interface HeatRow {
  readonly department: Named;
  readonly sheet: { readonly id: string; readonly project: string | null } | null;
  /** One a month; null where there was no sheet. */
  readonly cells: readonly (HeatCell | null)[];
}

export interface HeatMap extends BeingScored {
  readonly months: readonly Month[];
  /** Of departments the 100 that are furthest behind, by name. */
  readonly rows: readonly HeatRow[];
  /** Departments that are not among them. */
  readonly leftOut: number;
}
