import type { DomainError } from '../../../domain/domain-error.js';
import { RepairedDraft } from '../../../../test/support/imports/repaired-draft.js';
import type { Repair } from '../repair.js';

const HEAD = '一级指标\t二级指标\t三级指标\t指标值\t权重';
const SHEETS = `2031年项目支出绩效目标表
预算单位\t某县文化馆
项目名称\t培训
年度预算总额\t30
项目总体目标\t办班6次，送戏下乡20场
${HEAD}
产出指标\t数量指标\t办班次数\t≥6次\t50
产出指标\t质量指标\t合格率\t≥95%\t20
效益指标\t社会效益指标\t能力提升\t提升\t20

2031年项目支出绩效目标表
预算单位\t某县文化馆
项目名称\t展览
年度预算总额\t10
项目总体目标\t办展
${HEAD}
产出指标\t数量指标\t展览次数\t≥4次\t90
`;

/** The error of a repair that cannot be made: its code and where it points. */
function refusal(draft: RepairedDraft, repair: Repair): string {
  try {
    draft.with(repair);
  } catch (error) {
    const { code, problems } = error as DomainError;
    return `${code} ${problems[0]?.pointer}`;
  }
  return 'no error';
}

describe('repairs of rows', () => {
  let draft: RepairedDraft;
  beforeAll(async () => {
    draft = await RepairedDraft.of(SHEETS);
  });

  it('edit every field, the target whole or by its parts, and say what was there before', () => {
    const { draft: after, made } = draft.with(
      { kind: 'edit-rows', rows: ['s0r0'], fields: { raw: '≥2次/月', weight: '40', name: '办班' } },
      { kind: 'edit-rows', rows: ['s0r1', 's1r0'], fields: { comparator: '<=', target: '8', unit: '天' } },
    );
    expect(after.sheets[0]?.indicators[0]).toMatchObject({
      ...{
        name: '办班',
        comparator: '>=',
        target: '2',
        unit: '次',
        per: 'month',
        aggregation: 'each-month',
        raw: '≥2次/月',
      },
      decided: ['name', 'raw', 'target', 'weight'],
    });
    expect(after.sheets[0]?.weightTotal).toBe('80');
    for (const row of [after.sheets[0]?.indicators[1], after.sheets[1]?.indicators[0]])
      expect(row).toMatchObject({ comparator: '<=', target: '8', unit: '天', raw: '<=8天', aggregation: 'max' });
    expect(made[0]?.changes).toContainEqual(
      expect.objectContaining({ sheet: 's0', row: 's0r0', field: 'weight', from: '50', to: '40' }),
    );
  });

  it('add, drop, split, merge and move rows without a row being lost', () => {
    expect(
      draft.with({ kind: 'add-row', sheet: 's0', before: 's0r1', fields: { name: '参观', raw: '≥2次' } }).rows[0],
    ).toEqual(['s0r0 办班次数 50', 'n1 参观 -', 's0r1 合格率 20', 's0r2 能力提升 20']);
    const split = draft.with({
      kind: 'split-row',
      row: 's0r0',
      into: [
        { name: '春季办班', raw: '≥3次', weight: '25' },
        { name: '秋季办班', weight: '25' },
      ],
    });
    expect(split.rows[0]?.slice(0, 2)).toEqual(['s0r0 春季办班 25', 'n1.1 秋季办班 25']);
    expect(split.draft.sheets[0]?.indicators[1]).toMatchObject({ raw: '≥6次', level1: '产出指标' });
    const moved = split.with({ kind: 'move-rows', rows: ['n1.1', 's0r2'], sheet: 's1', before: 's1r0' });
    expect(moved.rows).toEqual([
      ['s0r0 春季办班 25', 's0r1 合格率 20'],
      ['n1.1 秋季办班 25', 's0r2 能力提升 20', 's1r0 展览次数 90'],
    ]);
    const dropped = moved.with({ kind: 'drop-rows', rows: ['s0r1'] });
    expect(dropped.made.at(-1)?.changes).toEqual([
      expect.objectContaining({
        row: 's0r1',
        field: 'row',
        to: null,
        from: expect.objectContaining({ raw: '≥95%' }) as object,
      }),
    ]);
  });

  it('put the halves of a row together, and ask where they contradict each other', async () => {
    const halves = await RepairedDraft.of(
      SHEETS.replace('办班次数\t≥6次\t50', '办理群众\t≥6\t50').replace('合格率\t≥95%\t20', '办班次数\t次\t50'),
    );
    const merge = { kind: 'merge-rows', rows: ['s0r1', 's0r0'], fields: { level2: '数量指标' } } as const;
    const { rows, draft: after } = halves.with(merge);
    expect(rows[0]?.[0]).toBe('s0r0 办理群众办班次数 50');
    expect(after.sheets[0]?.indicators[0]).toMatchObject({
      comparator: '>=',
      target: '6',
      unit: '次',
      level2: '数量指标',
    });
    expect(refusal(draft, { kind: 'merge-rows', rows: ['s0r0', 's0r1'], fields: {} })).toBe(
      'merge-ambiguous /repairs/0/fields/weight',
    );
    expect(refusal(draft, { kind: 'merge-rows', rows: ['s0r0', 's0r1'], fields: { weight: '70' } })).toBe(
      'merge-ambiguous /repairs/0/fields/raw',
    );
  });

  it.each<[string, Repair, string]>([
    ['a row that is not there', { kind: 'drop-rows', rows: ['s0r0', 's0r9'] }, 'row-unknown /repairs/0/rows/1'],
    ['a sheet that is not there', { kind: 'drop-sheets', sheets: ['s7'] }, 'sheet-unknown /repairs/0/sheets/0'],
    ['a target that says nothing', edit({ raw: '约6次' }), 'target-unparsed /repairs/0/fields/raw'],
    ['a range without its end', edit({ comparator: 'range' }), 'target-unfit /repairs/0/fields/targetUpper'],
    ['words with a unit', edit({ comparator: 'qualitative', target: '提升' }), 'target-unfit /repairs/0/fields/unit'],
    ['a day with a unit', edit({ comparator: 'by', target: '2031-06-30' }), 'target-unfit /repairs/0/fields/unit'],
    [
      'a day that there is not',
      edit({ comparator: 'by', target: '2031-06-31', unit: null }),
      'target-unfit /repairs/0/fields/target',
    ],
    ['a weight below 0', edit({ weight: '-1' }), 'number-unfit /repairs/0/fields/weight'],
    ['a row without a name', edit({ name: '  ' }), 'name-missing /repairs/0/fields/name'],
    ['a name of a page', edit({ name: '长'.repeat(201) }), 'too-long /repairs/0/fields/name'],
    ['words that add up', edit({ aggregation: 'sum' }, 's0r2'), 'aggregation-unfit /repairs/0/fields/aggregation'],
    ['a split into one', { kind: 'split-row', row: 's0r0', into: [{}] }, 'too-few /repairs/0/into'],
    [
      'a part that cannot be',
      { kind: 'split-row', row: 's0r0', into: [{}, { weight: 'x' }] },
      'number-unfit /repairs/0/into/1/weight',
    ],
    [
      'a sheet that begins with its split',
      { kind: 'split-sheet', sheet: 's0', at: 's0r0', fields: {} },
      'too-few /repairs/0/at',
    ],
    ['weights beside weights', { kind: 'weigh', sheet: 's0', by: 'equal' }, 'weights-unfit /repairs/0/sheet'],
    ['an undo of nothing', { kind: 'undo', number: 1 }, 'undo-unfit /repairs/0/number'],
    ['an answer to nothing', { kind: 'answer', doubts: ['no'], choice: null }, 'doubt-unknown /repairs/0/doubts/0'],
  ])('refuse %s', (_, repair, error) => {
    expect(refusal(draft, repair)).toBe(error);
  });
});

function edit(fields: Extract<Repair, { kind: 'edit-rows' }>['fields'], row = 's0r0'): Repair {
  return { kind: 'edit-rows', rows: [row], fields };
}

describe('repairs of sheets', () => {
  let draft: RepairedDraft;
  beforeAll(async () => {
    draft = await RepairedDraft.of(SHEETS);
  });

  it('split a table with two projects, and put one together that was read as two', () => {
    const split = draft.with({ kind: 'split-sheet', sheet: 's0', at: 's0r1', fields: { project: '质量提升' } });
    expect(
      split.draft.sheets.map(({ id, project, department, funding }) => [id, project, department, funding.total]),
    ).toEqual([
      ['s0', '培训', '某县文化馆', '30'],
      ['n1', '质量提升', '某县文化馆', null],
      ['s1', '展览', '某县文化馆', '10'],
    ]);
    expect(refusal(split, { kind: 'merge-sheets', sheets: ['s0', 'n1'], fields: {} })).toBe(
      'merge-ambiguous /repairs/0/fields/project',
    );
    const merged = split.with({ kind: 'merge-sheets', sheets: ['n1', 's0'], fields: { project: '培训' } });
    expect(merged.rows).toEqual(draft.rows);
    expect(merged.draft.sheets[0]).toMatchObject({ id: 's0', goals: draft.draft.sheets[0]?.goals, weightTotal: '90' });
  });

  it('add and drop sheets, and edit a head', () => {
    const after = draft.with(
      { kind: 'add-sheet', fields: { kind: 'department' } },
      { kind: 'add-row', sheet: 'n1', before: null, fields: { name: '会议', raw: '≥6次', weight: '90' } },
      { kind: 'drop-sheets', sheets: ['s1'] },
      {
        kind: 'edit-sheets',
        sheets: ['s0'],
        fields: { goal: '1、办班。2、办展。', fundingTotal: '31', responsibleName: null },
      },
    );
    expect(after.draft.sheets.map(({ id, fiscalYear, department }) => [id, fiscalYear, department])).toEqual([
      ['s0', 2031, '某县文化馆'],
      ['n1', 2031, '某县文化馆'],
    ]);
    expect(after.draft.sheets[0]).toMatchObject({
      goals: ['办班。', '办展。'],
      goalRows: [[], []],
      funding: { total: '31' },
    });
    expect(after.made[2]?.changes).toContainEqual(
      expect.objectContaining({
        sheet: 's1',
        field: 'sheet',
        to: null,
        from: expect.objectContaining({ project: '展览' }) as object,
      }),
    );
  });
});

describe('answers', () => {
  it('settle a question until it is another one', async () => {
    const draft = await RepairedDraft.of(SHEETS.replace('≥4次\t90', '≥4次\t80'));
    const weights = draft.doubts.find(({ code }) => code === 'weight-total');
    const answered = draft.with({ kind: 'answer', doubts: [weights?.key ?? ''], choice: 'waivers' });
    expect(answered.open).not.toContain('weight-total s1/-');
    expect(answered.doubts.find(({ key }) => key === weights?.key)).toMatchObject({
      answered: { by: 1, choice: 'waivers' },
    });
    expect(answered.draft.sheets[1]?.waiver).toMatch(/80/);
    const other = { kind: 'edit-rows', rows: ['s1r0'], fields: { previous: '3' } } as const;
    expect(answered.with(other).open).not.toContain('weight-total s1/-');
    expect(answered.with(edit({ weight: '70' }, 's1r0')).open).toContain('weight-total s1/-');
  });

  it('settle one kind of question for all rows, and leave what cannot be answered so', async () => {
    const draft = await RepairedDraft.of(
      SHEETS.replace('≥6次\t50', '3A级\t50').replace('≥4次\t90', '\t90').replace('≥95%', '95%达标'),
    );
    expect(draft.open.filter((doubt) => doubt.startsWith('target-unparsed'))).toHaveLength(3);
    const all = { kind: 'answer-all', code: 'target-unparsed', sheet: null, choice: 'qualitative=true' } as const;
    const answered = draft.with(all);
    expect(answered.open.filter((doubt) => doubt.startsWith('target-unparsed'))).toEqual(['target-unparsed s1/s1r0']);
    expect(answered.draft.sheets[0]?.indicators[0]).toMatchObject({ comparator: 'qualitative', target: '3A级' });
    expect(refusal(answered, all)).toBe('choice-unknown /repairs/0/choice');
  });

  it('leave no question about what a person has said', async () => {
    const draft = await RepairedDraft.of(SHEETS.replace('≥4次', '≥4户'));
    expect(draft.open).toContain('aggregation-assumed s1/s1r0');
    expect(draft.with(edit({ aggregation: 'max' }, 's1r0')).open).not.toContain('aggregation-assumed s1/s1r0');
  });

  it('take a promise of the goal on as a commitment, once', async () => {
    const draft = await RepairedDraft.of(SHEETS);
    const answered = draft.with({
      kind: 'answer-all',
      code: 'goal-without-indicator',
      sheet: 's0',
      choice: 'commitments',
    });
    expect(answered.draft.sheets[0]?.indicators.at(-1)).toMatchObject({ raw: '≥20场', weight: '0', source: '#1-0' });
    expect(answered.open).not.toContain('goal-without-indicator s0/-');
  });
});

describe('a day as a target', () => {
  const row = ({ draft }: RepairedDraft) => draft.sheets[1]?.indicators[0];
  const DAY = { comparator: 'by', unit: null, per: null, qualitative: false, aggregation: 'completed-on' } as const;

  it('lies in the year of its sheet, and moves with it until somebody has said the day', async () => {
    const draft = await RepairedDraft.of(SHEETS.replace('≥4次', '6月底前'));
    expect(row(draft)).toMatchObject({ ...DAY, target: '2031-06-30' });
    const moved = draft.with({ kind: 'edit-sheets', sheets: ['s1'], fields: { fiscalYear: 2032 } });
    expect(row(moved)).toMatchObject({ ...DAY, target: '2032-06-30', decided: [] });
    const said = draft.with(edit({ raw: '9月30日前' }, 's1r0'));
    expect(row(said)).toMatchObject({ ...DAY, target: '2031-09-30' });
    const outside = said.with({ kind: 'edit-sheets', sheets: ['s1'], fields: { fiscalYear: 2032 } });
    expect(row(outside)).toMatchObject({ ...DAY, target: '2031-09-30' });
    expect(outside.open).toContain('date-unclear s1/s1r0');
  });

  it('is not read before the year is known', async () => {
    const draft = await RepairedDraft.of(SHEETS.replaceAll('2031年', '').replace('≥4次', '6月底前'));
    expect(row(draft)).toMatchObject({ comparator: null });
    expect(draft.open).toContain('date-unclear s1/s1r0');
    const known = draft.with({ kind: 'edit-sheets', sheets: ['s1'], fields: { fiscalYear: 2031 } });
    expect(row(known)).toMatchObject({ ...DAY, target: '2031-06-30' });
    expect(known.open).not.toContain('date-unclear s1/s1r0');
  });

  it('replaces a number, and a number of quarters replaces it', async () => {
    const draft = await RepairedDraft.of(SHEETS);
    const day = draft.with(edit({ comparator: 'by', target: '2031-11-30', unit: null }, 's1r0'));
    expect(row(day)).toMatchObject({ ...DAY, target: '2031-11-30', raw: '2031-11-30前' });
    const quarters = day.with(edit({ raw: '≥1次/季度' }, 's1r0'));
    expect(row(quarters)).toMatchObject({ comparator: '>=', unit: '次', per: 'quarter', aggregation: 'each-quarter' });
    expect(refusal(day, edit({ aggregation: 'sum' }, 's1r0'))).toBe('aggregation-unfit /repairs/0/fields/aggregation');
    expect(refusal(day, edit({ raw: '5日前' }, 's1r0'))).toBe('target-unparsed /repairs/0/fields/raw');
  });
});

describe('what was asked about a number', () => {
  it.each([
    ['0.95%', 'percent-scale'],
    ['=0起', 'zero-target'],
    ['3次以上', 'number-approximate'],
  ])('is asked no more once somebody has said %s', async (raw, code) => {
    const draft = await RepairedDraft.of(SHEETS.replace('展览次数\t≥4次', `投诉\t${raw}`));
    expect(draft.open).toContain(`${code} s1/s1r0`);
    expect(draft.with(edit({ raw }, 's1r0')).open).not.toContain(`${code} s1/s1r0`);
  });
});

describe('a sheet without weights', () => {
  const bare = (rows: string) =>
    RepairedDraft.of(
      `2031年项目支出绩效目标表\n预算单位\t某县文化馆\n项目名称\t培训\n一级指标\t二级指标\t三级指标\t指标值\n${rows}`,
    );
  const OUTPUTS =
    '产出指标\t数量指标\t办班\t≥6次\n产出指标\t质量指标\t合格率\t≥95%\n产出指标\t时效指标\t及时率\t≥95%\n';
  const SURVEY = '效益指标\t满意度指标\t学员满意度\t≥90%\n';
  const BENEFIT = '效益指标\t社会效益\t能力\t提升\n';
  const COST = '成本指标\t经济成本\t费用\t≤30万元\n';
  const weights = (draft: RepairedDraft) => draft.draft.sheets[0]?.indicators.map(({ weight }) => weight);

  it('gets equal shares that add up, or those of the national practice, or none', async () => {
    const draft = await bare(OUTPUTS + BENEFIT + SURVEY + COST + '产出指标\t数量指标\t参观\t≥1次\n');
    expect(weights(draft.with({ kind: 'weigh', sheet: 's0', by: 'equal' }))).toEqual(
      ['12.86', '12.86', '12.86', '12.86', '12.86', '12.85', '12.85'], //
    );
    const level = draft.with({ kind: 'weigh', sheet: 's0', by: 'level' });
    expect(weights(level)).toEqual(['10', '10', '10', '20', '10', '20', '10']);
    expect(level.open.filter((doubt) => doubt.startsWith('weight'))).toEqual([]);
    const none = draft.with({ kind: 'weigh', sheet: 's0', by: 'unscored' });
    expect(none.draft.sheets[0]).toMatchObject({
      weightTotal: '0',
      executionWeight: '0',
      waiver: expect.any(String) as string,
    });
  });

  it.each([
    [OUTPUTS + BENEFIT + SURVEY, ['16.67', '16.67', '16.66', '30', '10']],
    [OUTPUTS + BENEFIT, ['16.67', '16.67', '16.66', '40']],
    [OUTPUTS + BENEFIT + COST, ['13.34', '13.33', '13.33', '30', '20']],
  ])('has shares by level 1 for the groups that it has', async (rows, expected) => {
    expect(weights((await bare(rows)).with({ kind: 'weigh', sheet: 's0', by: 'level' }))).toEqual(expected);
  });

  it('is left to a person where its groups are others', async () => {
    const draft = await bare(`${OUTPUTS}履职效能\t数量指标\t会议\t≥6次\n`);
    expect(refusal(draft, { kind: 'weigh', sheet: 's0', by: 'level' })).toBe('weights-unfit /repairs/0/by');
  });
});

describe('undoing', () => {
  it('takes one repair back and keeps the others, unless they build on it', async () => {
    const draft = await RepairedDraft.of(SHEETS);
    const after = draft.with(
      { kind: 'add-row', sheet: 's0', before: null, fields: { name: '参观' } },
      { kind: 'drop-rows', rows: ['s1r0'] },
      edit({ weight: '10' }, 'n1'),
    );
    const undone = after.with({ kind: 'undo', number: 2 });
    expect(undone.rows[1]).toEqual(draft.rows[1]);
    expect(undone.rows[0]).toEqual(after.rows[0]);
    expect(refusal(after, { kind: 'undo', number: 1 })).toBe('undo-unfit /repairs/0/number');
    expect(refusal(undone, { kind: 'undo', number: 2 })).toBe('undo-unfit /repairs/0/number');
    expect(undone.with({ kind: 'undo', number: 3 }, { kind: 'undo', number: 1 }).rows).toEqual(draft.rows);
  });
});
