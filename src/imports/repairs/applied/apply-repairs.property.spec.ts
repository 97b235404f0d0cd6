import fc from 'fast-check';
import { DomainError } from '../../../domain/domain-error.js';
import { exact, sum } from '../../../domain/exact.js';
import { RepairedDraft } from '../../../../test/support/imports/repaired-draft.js';
import { aggregationFits } from './edited-target.js';
import { type Repair, type RowFields, type SheetFields, WEIGHINGS } from '../repair.js';
import type { RepairableDraft } from './repairable-draft.js';

const RUNS = Number(process.env.REPAIR_RUNS ?? 40);

const DOCUMENT = `2031年项目支出绩效目标表
预算单位\t某县文化馆
项目名称\t培训
年度预算总额\t30
项目总体目标\t1、办班6次。2、送戏下乡20场。
一级指标\t二级指标\t三级指标\t指标值\t权重
产出指标\t数量指标\t办班次数\t≥6次\t50
产出指标\t质量指标\t合格率\t约95%\t20
效益指标\t社会效益指标\t能力提升\t提升\t

2031年项目支出绩效目标表
预算单位\t某县文化馆
项目名称\t展览
一级指标\t二级指标\t三级指标\t指标值
产出指标\t数量指标\t展览次数\t≥4次
效益指标\t社会效益\t参观\t≥400人次
`;

const rowFields: fc.Arbitrary<RowFields> = fc.record(
  {
    name: fc.constantFrom('办班', '参观人次', '满意度', ' '),
    level1: fc.constantFrom('产出指标', '效益指标', '履职效能'),
    raw: fc.constantFrom('≥6次', '约6次', '提升', '≤5%', '3-5次', '≥4篇/月', ''),
    weight: fc.constantFrom('10', '0', '12.5', '-1', null),
    aggregation: fc.constantFrom('sum' as const, 'each-month' as const, null),
    unit: fc.constantFrom('次', null),
    targetUpper: fc.constantFrom('9', '1', null),
    actualRaw: fc.constantFrom('7次', '已完成', null),
    section: fc.constantFrom('秘书股', null),
  },
  { requiredKeys: [] },
);
const sheetFields: fc.Arbitrary<SheetFields> = fc.record(
  {
    project: fc.constantFrom('培训', '展览', null),
    kind: fc.constantFrom('project' as const, 'department' as const),
    fiscalYear: fc.constantFrom(2031, 2032, null),
    goal: fc.constantFrom('1、办班。2、办展9次。', null),
    fundingTotal: fc.constantFrom('31', 'x', null),
    waiver: fc.constantFrom('按原表', null),
  },
  { requiredKeys: [] },
);

/** One step, drawn before the draft is known: numbers choose among what is there when it is taken. */
const step = fc.record({
  kind: fc.constantFrom<Repair['kind'][]>(
    ...([
      'edit-rows',
      'add-row',
      'drop-rows',
      'split-row',
      'merge-rows',
      'move-rows',
      'edit-sheets',
      'add-sheet',
    ] as const),
    ...(['drop-sheets', 'split-sheet', 'merge-sheets', 'weigh', 'answer', 'answer-all', 'decline', 'undo'] as const),
  ),
  a: fc.nat(99),
  b: fc.nat(99),
  row: rowFields,
  other: rowFields,
  sheet: sheetFields,
  by: fc.constantFrom(...WEIGHINGS),
});
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

function repairOf({ kind, a, b, row, other, sheet, by }: Step, draft: RepairedDraft): Repair {
  const sheets = draft.draft.sheets.map(({ id }) => id);
  const rows = draft.draft.sheets.flatMap(({ indicators }) => indicators.map(({ id }) => id));
  const pick = (ids: readonly string[], place: number) => ids[place % Math.max(1, ids.length)] ?? 'none';
  const [rowA, rowB, sheetA, sheetB] = [pick(rows, a), pick(rows, b), pick(sheets, a), pick(sheets, b)];
  const doubt = draft.doubts[a % Math.max(1, draft.doubts.length)];
  const choice = doubt?.answers[b % Math.max(1, doubt.answers.length + 1)]?.choice ?? null;
  const repairs: Record<Exclude<Repair['kind'], 'map-department'>, Repair> = {
    'edit-rows': { kind: 'edit-rows', rows: [rowA, rowB], fields: row },
    'add-row': { kind: 'add-row', sheet: sheetA, before: b % 2 ? null : rowB, fields: row },
    'drop-rows': { kind: 'drop-rows', rows: [rowA] },
    'split-row': { kind: 'split-row', row: rowA, into: [row, other] },
    'merge-rows': { kind: 'merge-rows', rows: [rowA, rowB], fields: row },
    'move-rows': { kind: 'move-rows', rows: [rowA], sheet: sheetB, before: b % 3 ? null : rowB },
    'edit-sheets': { kind: 'edit-sheets', sheets: [sheetA], fields: sheet },
    'add-sheet': { kind: 'add-sheet', fields: sheet },
    'drop-sheets': { kind: 'drop-sheets', sheets: [sheetA] },
    'split-sheet': { kind: 'split-sheet', sheet: sheetA, at: rowB, fields: sheet },
    'merge-sheets': { kind: 'merge-sheets', sheets: [sheetA, sheetB], fields: sheet },
    weigh: { kind: 'weigh', sheet: sheetA, by },
    answer: { kind: 'answer', doubts: [doubt?.key ?? 'none'], choice },
    'answer-all': { kind: 'answer-all', code: doubt?.code ?? 'weight-total', sheet: b % 2 ? null : sheetA, choice },
    decline: { kind: 'decline', proposals: [`p${a % 3}`], messages: [{ zh: '建议', en: 'proposal' }] },
    undo: { kind: 'undo', number: 1 + (a % Math.max(1, draft.made.length)) },
  };
  return repairs[kind as keyof typeof repairs];
}

const rowsOf = ({ sheets }: RepairableDraft) => sheets.flatMap(({ indicators }) => indicators);

/** What holds of every draft, whatever was done to it. */
function checkDraft({ draft, doubts }: RepairedDraft): void {
  const ids = [...draft.sheets, ...rowsOf(draft)].map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  const keys = doubts.map(({ key }) => key);
  expect(new Set(keys).size).toBe(keys.length);
  for (const { indicators, weightTotal, goals, goalRows } of draft.sheets) {
    expect(exact(weightTotal).equals(sum(indicators.map(({ weight }) => exact(weight ?? '0'))))).toBe(true);
    expect(goalRows).toHaveLength(goals.length);
    for (const row of indicators) {
      expect(row.name).not.toBe('');
      expect(row.qualitative).toBe(row.comparator === 'qualitative');
      if (row.comparator !== null) expect(row.target).not.toBeNull();
      if (row.comparator === 'range') expect(exact(row.targetUpper ?? '-1').gte(exact(row.target ?? '0'))).toBe(true);
      if (row.weight !== null) expect(exact(row.weight).gte(0)).toBe(true);
      expect(aggregationFits(row.aggregation, row)).toBe(true);
    }
  }
  for (const { sheetId, rowId } of doubts) {
    if (sheetId !== null) expect(ids).toContain(sheetId);
    if (rowId !== null) expect(ids).toContain(rowId);
  }
}

/** A row or sheet that is there no more stands whole in what the repair says it changed. */
function checkNothingLost(before: RepairedDraft, after: RepairedDraft): void {
  const changes = after.made.at(-1)?.changes ?? [];
  const left = new Map(rowsOf(after.draft).map((row) => [row.id, row]));
  for (const row of rowsOf(before.draft)) {
    const now = left.get(row.id);
    const kept = changes.find((change) => change.row === row.id && change.field === 'row');
    if (!now) expect(kept?.from).toEqual(row);
    else if (now.raw !== row.raw)
      expect(changes).toContainEqual(
        expect.objectContaining({ row: row.id, field: 'raw', from: row.raw, to: now.raw }),
      );
  }
  for (const { id } of before.draft.sheets)
    if (!after.draft.sheets.some((sheet) => sheet.id === id))
      expect(changes).toContainEqual(expect.objectContaining({ sheet: id, field: 'sheet', to: null }));
}

describe('any sequence of repairs', () => {
  it(`keeps a draft whole, loses no row silently, can be undone and made again (${RUNS} sequences)`, async () => {
    const read = await RepairedDraft.of(DOCUMENT);
    let [taken, refused] = [0, 0];
    const property = fc.property(fc.array(step, { minLength: 4, maxLength: 20 }), (steps) => {
      let draft = read;
      for (const one of steps) {
        const before = JSON.stringify(draft.draft);
        const earlier = draft;
        try {
          draft = draft.with(repairOf(one, draft));
          taken += 1;
        } catch (error) {
          if (!(error instanceof DomainError)) throw error;
          expect(error.problems[0]?.pointer).toMatch(/^\/repairs\/0\//);
          refused += 1;
        }
        expect(JSON.stringify(earlier.draft)).toBe(before); // never changed in place
        checkDraft(draft);
        if (draft === earlier) continue;
        checkNothingLost(earlier, draft);
        const last = draft.made.at(-1);
        if (last && last.repair.kind !== 'undo')
          expect(draft.with({ kind: 'undo', number: last.number }).draft).toEqual(earlier.draft);
      }
      const again = JSON.parse(JSON.stringify(draft.made.map(({ repair }) => repair))) as Repair[];
      expect(read.with(...again).draft).toEqual(draft.draft);
    });
    fc.assert(property, { numRuns: RUNS });
    if (process.env.REPAIR_RUNS)
      process.stdout.write(`repairs: ${RUNS} sequences, ${taken} made, ${refused} refused\n`);
    expect(taken).toBeGreaterThan(refused / 4);
  }, 600_000);
});
