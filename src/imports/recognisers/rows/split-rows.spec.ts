import { importDocument } from '../../import-document.js';

const HEAD = '2032年度项目支出绩效目标表\n项目名称\t河道清淤\n实施单位\t某县水利站\n';

/** Rows as text, split at `/`; cells at `|`. */
async function read(rows: string) {
  const table = rows.split(' / ').map((row) => row.split('|').join('\t'));
  const { sheets, doubts } = await importDocument(Buffer.from(HEAD + table.join('\n')), 'file.txt');
  const joined = doubts.filter(({ code }) => code === 'row-joined').map(({ message }) => message.zh);
  return { read: sheets[0]?.indicators.map(({ name, raw }) => `${name} ${raw}`), joined };
}

const HEADER = '一级指标|二级指标|三级指标|指标值|权重';

describe('a row broken over two within a page', () => {
  it.each([
    ['its unit', '≥850', '公里', '≥850公里'],
    ['the rest of its number', '≥1', '000公里', '≥1000公里'],
    ['the rest of its unit', '≤30平', '方米', '≤30平方米'],
  ])('is put together and doubted where the second half is %s', async (_, first, second, whole) => {
    const rows = `${HEADER} / 产出|数量|新建高标准灌|${first}|50 / ||溉水渠长度|${second}| / 产出|数量|巡河|≥9次|40`;
    expect(await read(rows)).toEqual({
      read: [`新建高标准灌溉水渠长度 ${whole}`, '巡河 ≥9次'],
      joined: [expect.stringContaining('新建高标准灌溉水渠长度')],
    });
  });

  it.each([
    ['words', '按时完成', '率达到95%'],
    ['no target', '≥1公里', ''],
    ['another number', '≥1公里', '≥2座'],
  ])('is doubted where the second half has %s', async (_, first, second) => {
    const found = await read(`${HEADER} / 产出|数量|新建高标准灌|${first}|50 / ||溉水渠长度|${second}|`);
    expect(found.read).toHaveLength(2);
    expect(found.joined).toEqual([expect.stringContaining('新建高标准灌')]);
  });

  it('is doubted in a table without points where the second half begins within a word', async () => {
    const found = await read('一级指标|三级指标|指标值 / 产出|新建高标准灌|按时完成 / |溉水渠长度|率达到95%');
    expect(found).toEqual({ read: expect.any(Array) as string[], joined: [expect.stringContaining('新建高标准灌')] });
  });

  it.each([
    ['levels', `${HEADER} / 产出|数量|清淤|≥3公里|50 / 产出|数量|巡河|≥9次|`],
    ['points', `${HEADER} / 产出|数量|清淤|≥3公里|50 / ||巡河|≥9次|40`],
    ['a table without points', '一级指标|三级指标|指标值 / 产出|清淤|≥3 / |完成|及时'],
  ])('is none with %s', async (_, rows) => {
    const found = await read(rows);
    expect([found.read?.length, found.joined]).toEqual([2, []]);
  });
});
