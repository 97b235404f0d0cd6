import { importDocument } from '../../import-document.js';

const HEAD = '2032年度项目支出绩效目标表\n项目名称\t绿化\n实施单位\t某县林场\n';

async function aboutTargets(table: string) {
  const { sheets, doubts } = await importDocument(Buffer.from(HEAD + table), 'file.txt');
  const asked = doubts.filter(({ code }) => code === 'target-assumed' || code === 'percent-scale');
  return {
    units: sheets[0]?.indicators.map(({ unit }) => unit),
    asked: asked.map(({ code, indicator, answers = [] }) => [
      code,
      indicator,
      answers.map(({ value }) => value.target),
    ]),
  };
}

describe('the unit of a bare number', () => {
  it('that its head gives is doubted where it hardly fits the name', async () => {
    const rows = '植树\t≥85\t40\n成活率\t≥85\t30\n巡护\t≥50次\t20\n';
    expect(await aboutTargets(`三级指标\t指标值（%）\t权重\n${rows}`)).toEqual({
      units: ['%', '%', '次'],
      asked: [['target-assumed', 0, []]],
    });
    expect(await aboutTargets('三级指标\t指标值（个）\t权重\n苗圃\t≥5\t40\n成活率\t≥85\t50\n')).toEqual({
      units: ['个', '个'],
      asked: [['target-assumed', 1, []]],
    });
  });

  it.each([
    ['群众满意度', '≥95', ['≥95%', '≥95分']],
    ['成活率', '95', ['95%']],
    ['占比', '≤30', ['≤30%']],
  ])('of a share is asked for: %s %s', async (name, target, meant) => {
    const table = `三级指标\t指标值\t权重\n${name}\t${target}\t90\n`;
    expect(await aboutTargets(table)).toEqual({ units: [null], asked: [['percent-scale', 0, meant]] });
  });

  it('of what is counted is not asked for here', async () => {
    expect((await aboutTargets('三级指标\t指标值\t权重\n植树\t≥95\t90\n')).asked).toEqual([]);
  });
});
