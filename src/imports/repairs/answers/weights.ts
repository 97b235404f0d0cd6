import { exact, fixed, HUNDRED, plain, roundedDown, sum, type Exact } from '../../../domain/exact.js';
import { EXECUTION_POINTS } from '../../../domain/policy.js';
import { sheetIn, withSheets } from '../applied/draft-places.js';
import type { RepairOf, Weighing } from '../repair.js';
import { repairError } from '../repair-error.js';
import type { RepairableDraft, RepairableRow, RepairableSheet } from '../applied/repairable-draft.js';

const CENT = exact('0.01');

type Group = 'cost' | 'output' | 'benefit' | 'satisfaction';

/**
 * Shares of the 90 points beside execution: 财预〔2021〕101号 gives 20/40/20/10 where costs are among the indicators, 50/30/10
 * (as 财预〔2020〕10号) where they are not, and the points of satisfaction to the benefits where nobody is asked.
 */
const SHARES: readonly Readonly<Partial<Record<Group, string>>>[] = [
  { cost: '20', output: '40', benefit: '20', satisfaction: '10' },
  { output: '50', benefit: '30', satisfaction: '10' },
  { cost: '20', output: '40', benefit: '30' },
  { output: '50', benefit: '40' },
];
const GROUPS: readonly (readonly [Group, RegExp])[] = [
  ['satisfaction', /满意/],
  ['cost', /成本/],
  ['output', /产出/],
  ['benefit', /效益/],
];

/** Gives points to sheets that print none; never to single rows beside printed points, which a person has to know. */
export function weigh(draft: RepairableDraft, { sheet: id, by }: RepairOf<'weigh'>): RepairableDraft {
  const sheets = id === null ? draft.sheets.filter(isWithoutWeights) : [sheetIn(draft, id)];
  if (sheets.length === 0 || !sheets.every(isWithoutWeights)) throw hasWeights();
  const weights = new Map(sheets.map((sheet) => [sheet.id, weightsBy[by](sheet)]));
  return withSheets(draft, (sheet) => {
    const own = weights.get(sheet.id);
    return own ? weighed(sheet, own, by) : sheet;
  });
}

const isWithoutWeights = ({ indicators }: RepairableSheet): boolean =>
  indicators.length > 0 && indicators.every(({ weight }) => weight === null);

function weighed(sheet: RepairableSheet, weights: ReadonlyMap<string, string>, by: Weighing): RepairableSheet {
  const indicators = sheet.indicators.map((row) => ({
    ...row,
    weight: weights.get(row.id) ?? null,
    decided: [...new Set([...row.decided, 'weight'])].sort(),
  }));
  // Nothing is scored: neither is spending, or it alone would make the rating.
  return by === 'unscored'
    ? { ...sheet, indicators, executionWeight: '0', waiver: sheet.waiver ?? '公布的表没有分值权重，只跟踪，不计分。' }
    : { ...sheet, indicators, executionWeight: sheet.executionWeight ?? EXECUTION_POINTS };
}

const weightsBy: Readonly<Record<Weighing, (sheet: RepairableSheet) => Map<string, string>>> = {
  equal: ({ indicators, executionWeight }) =>
    shared(indicators, HUNDRED.sub(exact(executionWeight ?? EXECUTION_POINTS))),
  level: byLevel,
  unscored: ({ indicators }) => new Map(indicators.map(({ id }) => [id, '0'])),
};

function byLevel({ indicators, executionWeight, project, department }: RepairableSheet): Map<string, string> {
  const named = indicators.map((row) => ({ row, group: groupOf(row) }));
  const groups = new Set(named.map(({ group }) => group));
  const shares = SHARES.find((candidate) => {
    const given = Object.keys(candidate);
    return given.length === groups.size && given.every((group) => groups.has(group as Group));
  });
  if (!shares || !exact(executionWeight ?? EXECUTION_POINTS).equals(exact(EXECUTION_POINTS)))
    throw unlike(project ?? department ?? '');
  return new Map(
    Object.entries(shares).flatMap(([group, points]) => {
      const rows = named.filter((other) => other.group === group).map(({ row }) => row);
      return [...shared(rows, exact(points))];
    }),
  );
}

function groupOf({ level1, level2 }: RepairableRow): Group | null {
  // 满意度 often stands as level 2 of the benefits.
  if (level2.includes('满意')) return 'satisfaction';
  return GROUPS.find(([, words]) => words.test(level1))?.[0] ?? null;
}

/** Equal shares in hundredths that add up exactly: the first rows get what division leaves. */
function shared(rows: readonly RepairableRow[], points: Exact): Map<string, string> {
  const each = roundedDown(points.div(exact(String(rows.length))), 2);
  const left = points.sub(sum(rows.map(() => each)));
  return new Map(
    rows.map(({ id }, place) => {
      const more = CENT.mul(exact(String(place + 1))).lte(left) ? CENT : exact('0');
      return [id, plain(exact(fixed(each.add(more), 2)))];
    }),
  );
}

const hasWeights = () =>
  repairError('weights-unfit', '/sheet', {
    zh: '只有完全没有权重的表可以统一赋分；个别缺少的请逐个填写。',
    en: 'Only a sheet without any weights gets them all at once; enter single missing ones.',
  });

const unlike = (sheet: string) =>
  repairError('weights-unfit', '/by', {
    zh: `按一级指标分配（产出、效益、满意度，有成本时含成本；预算执行 10 分）不适用于“${sheet}”，请改用平均分配或逐个填写。`,
    en: `Shares by level 1 (outputs, benefits, satisfaction, costs where there are any; 10 points for execution) do not fit “${sheet}”; share equally or enter them.`,
  });
