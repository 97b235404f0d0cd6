import { readSheets } from '../../import-document.js';
import { repairable } from '../../repairs/applied/repairable-draft.js';
import { type DepartmentFacts, proposalsOf } from './proposals-of.js';

const NOTHING: DepartmentFacts = { sections: [], contacts: [], owners: new Map() };

const text = (prose: string, goal: string, rows: readonly string[]) => `${prose}
2031年部门整体支出绩效目标表
部门名称\t某县文化馆
年度绩效目标\t${goal}
一级指标\t二级指标\t三级指标\t指标值\t权重
${rows.map((row) => `履职效能\t质量指标\t${row}\t50`).join('\n')}
`;

async function proposed(document: string) {
  const draft = repairable(await readSheets(Buffer.from(document), 'file.txt'));
  const [sheet] = draft.sheets;
  if (!sheet) throw new Error('no sheet');
  const names = new Map(sheet.indicators.map(({ id, name }) => [id, name]));
  const proposals = proposalsOf(sheet, { ...NOTHING, named: draft.namedSections });
  return {
    goals: proposals.flatMap((one) => {
      if (one.kind !== 'goal') return [];
      return one.rows.map((row) => `${one.goal + 1} ${names.get(row)} ${one.isClear ? 'clear' : 'doubtful'}`);
    }),
    sections: proposals.flatMap((one) => (one.kind === 'section' ? [`${one.name} ${one.isClear}`] : [])),
  };
}

describe('goals and the rows that show them', () => {
  const LETTERS = ['馆长信箱回复率\t=100%', '群众留言办理数量\t≥6件'];

  it.each<[string, string, string[]]>([
    ['a name that stands in the goal', '1、馆长信箱回复率达100%。2、办好展览。', ['1 馆长信箱回复率 clear']],
    [
      'a goal that says more of it than another',
      '1、专员信箱留言回复率100%。2、馆长信箱回复率达100%。',
      ['1 馆长信箱回复率 doubtful', '2 馆长信箱回复率 clear'],
    ],
    [
      'two goals that say as much',
      '1、馆长信箱回复率100%。2、提高馆长信箱回复率。',
      ['1 馆长信箱回复率 doubtful', '2 馆长信箱回复率 doubtful'],
    ],
    [
      'half of a name, its number in the next clause',
      '1、办理群众的留言，全年6件。2、办好展览。',
      ['1 群众留言办理数量 clear'],
    ],
    ['half of a name and another number', '1、专员信箱回复90%。2、办好展览。', ['1 馆长信箱回复率 doubtful']],
    ['half of a name and its number', '1、专员信箱回复100%。2、办好展览。', ['1 馆长信箱回复率 clear']],
  ])('%s', async (_, goal, expected) => {
    expect((await proposed(text('', goal, LETTERS))).goals).toEqual(expected);
  });
});

describe('sections that the prose of a document names', () => {
  it.each<[string, string, string[]]>([
    [
      'a list',
      '某县文化馆下设 3 个科室，分别是：办公室、\n培训科、演出中心。',
      ['办公室 true', '培训科 true', '演出中心 true'],
    ],
    ['a list that nobody counted', '内设机构包括：办公室、培训科。', ['办公室 true', '培训科 true']],
    ['fewer than there are', '下设三个科室：办公室、培训科。', ['办公室 false', '培训科 false']],
    [
      'one after the other',
      '馆内设三个股室。文书处理股收发公文；培训股办班。\n\n演出中心排练、演出。',
      ['文书处理股 true', '培训股 true', '演出中心 true'],
    ],
    ['one after the other, not all of them', '馆内设三个股室。培训股办班；其余各司其职。', ['培训股 false']],
    ['other bodies', '下设2个机构，分别是：第一文化站、县志。', []],
    ['none', '某县文化馆无下设机构。', []],
  ])('%s', async (_, prose, expected) => {
    expect((await proposed(text(prose, '办好培训', ['合格率\t≥90%']))).sections).toEqual(expected);
  });
});
