import { RepairedDraft } from '../../../test/support/imports/repaired-draft.js';

const SHEET = (project: string) => `2031年项目支出绩效目标表
预算单位\t某县文化馆
项目名称\t${project}
年度预算总额（万元）\t30
项目总体目标\t送戏下乡20场
一级指标\t二级指标\t三级指标\t指标值\t权重
产出指标\t数量指标\t${project}次数\t≥6次\t90
`;

describe('what is doubtful about sheets that were put together', () => {
  it('is asked once where both promise the same', async () => {
    const read = await RepairedDraft.of(`${SHEET('办班')}\n${SHEET('展览')}`);
    const promises = ({ doubts }: RepairedDraft) => doubts.filter(({ code }) => code === 'goal-without-indicator');
    expect(promises(read)).toHaveLength(2);
    const merged = read.with({ kind: 'merge-sheets', sheets: ['s0', 's1'], fields: { project: '文化活动' } });
    expect(promises(merged)).toHaveLength(1);
    const keys = merged.doubts.map(({ key }) => key);
    expect(new Set(keys).size).toBe(keys.length);
  });
});
