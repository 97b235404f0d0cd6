import type { ScoreHeadline, TargetSheetSummary } from '../../api/types.js';

/** A sheet and its scores month by month, the last one being the month that is looked at. */
export interface Standing {
  readonly sheet: TargetSheetSummary;
  readonly now: ScoreHeadline | undefined;
  readonly before: ScoreHeadline | undefined;
  readonly months: readonly (ScoreHeadline | undefined)[];
}

/** Best first; sheets without a score last. */
export function standingsOf(
  sheets: readonly TargetSheetSummary[],
  leagues: readonly (readonly ScoreHeadline[])[],
): Standing[] {
  const bySheet = leagues.map((league) => new Map(league.map((score) => [score.sheetId, score])));
  return sheets
    .map((sheet) => {
      const months = bySheet.map((league) => league.get(sheet.id));
      return { sheet, months, now: months.at(-1), before: months.at(-2) };
    })
    .sort((a, b) => points(b) - points(a));
}

const points = ({ now }: Standing): number => Number(now?.normalised ?? -1);
