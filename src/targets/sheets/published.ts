/** What a self-evaluation form says of one indicator. It stands beside our own figures and never feeds them. */
export interface PublishedResult {
  /** 实际完成值, as printed. */
  readonly actual: string | null;
  /** 得分 */
  readonly score: string | null;
}

/** What it says of the sheet as a whole. Points, 万元, the rate in %. */
export interface PublishedTotals {
  readonly total: string | null;
  readonly spent: string | null;
  readonly executionRate: string | null;
  readonly executionWeight: string | null;
  readonly executionScore: string | null;
}

/** null where the document says nothing of the kind, as a plan does. */
export const saysAnything = <T extends object>(figures: T): T | null =>
  Object.values(figures).some((figure) => figure !== null) ? figures : null;
