import { type KnownAlias, departmentMeaning } from './department-meaning.js';

const DEPARTMENTS = [
  { id: 'hall', name: '某县文化馆' },
  { id: 'bureau', name: '某县文旅局' },
  { id: 'own', name: '某县文旅局本级' },
];
const alias = (kind: KnownAlias['kind'], name: string, departmentId: string): KnownAlias => ({
  ...{ kind, name, departmentId, by: '示例', on: '2031-02-03' },
});

describe('what a printed name of a department means', () => {
  it.each<[string, string, KnownAlias[], string, string[]]>([
    ['its name', '某县文化馆', [], 'name', ['hall']],
    ['its name, spaced, coded and widened', '２１９００１－某县 文化馆', [], 'name', ['hall']],
    ['a name that only 本级 sets apart', '某县文化馆（本级）', [], 'near', ['hall']],
    ['a name with 本级 where there is such a department', '某县文旅局（本级）', [], 'near', ['bureau', 'own']],
    ['exactly the one with 本级', '某县文旅局本级', [], 'name', ['own']],
    ['the one without, exactly', '某县文旅局', [], 'name', ['bureau']],
    ['nothing', '某县图书馆', [], 'name', []],
    ['what was said', '县文馆', [alias('said', '县文馆', 'hall')], 'said', ['hall']],
    ['what was said, spelt otherwise', '县 文馆（219001）', [alias('said', '县文馆', 'hall')], 'said', ['hall']],
    ['what was said before its name', '某县文化馆', [alias('said', '某县文化馆', 'bureau')], 'said', ['bureau']],
    [
      'its name before what was said of a near one',
      '某县文化馆',
      [alias('said', '某县文化馆本级', 'own')],
      'name',
      ['hall'],
    ],
    ['a former name', '某县群艺馆', [alias('former', '某县群艺馆', 'hall')], 'former', ['hall']],
    ['its name before a former one of another', '某县文化馆', [alias('former', '某县文化馆', 'own')], 'name', ['hall']],
    [
      'a former name of two',
      '某县文体局',
      [alias('former', '某县文体局', 'hall'), alias('former', '某县文体局', 'bureau')],
      'former',
      ['hall', 'bureau'],
    ],
  ])('%s', (_, printed, aliases, as, ids) => {
    const meaning = departmentMeaning(printed, DEPARTMENTS, aliases);
    expect([meaning.as, meaning.departments.map(({ id }) => id)]).toEqual([as, ids]);
    expect(meaning.by).toBe(ids.length === 1 && (as === 'said' || as === 'former') ? '示例' : null);
  });
});
