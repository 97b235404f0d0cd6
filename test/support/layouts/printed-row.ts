import { isQualitative, type TrueRow, type TrueSheet } from './true-sheet.js';

const IN_WORDS: Readonly<Record<string, string>> = { '≥': '大于等于', '≤': '小于等于', '=': '等于', 定性: '定性' };
export const PER_MONTH = '/月';

/** What stands in a cell of a row; `place` counts rows from 0, `isAlone`: nothing else stands in the cell. */
type Print = (row: TrueRow, sheet: TrueSheet, place: number, isAlone: boolean) => string;

const measured = (value: (row: TrueRow) => string, unit = (row: TrueRow) => row.unit): Print => {
  return (row) => (isQualitative(row) ? value(row) : `${value(row)}${unit(row)}`);
};
const withSign = (value: (row: TrueRow) => string): Print => {
  return (row) => (isQualitative(row) ? value(row) : `${row.sign}${value(row)}${row.unit}`);
};
const withoutMonth = ({ unit }: TrueRow): string => unit.replace(PER_MONTH, '');
/** Beside other things in one cell, 定性 and / are not printed. */
const unlessBeside =
  (print: (row: TrueRow) => string, ofText: string): Print =>
  (row, _, __, isAlone) => {
    if (!isQualitative(row)) return print(row);
    return isAlone ? ofText : '';
  };

/** What a layout can print of an indicator, by the names that stand in its `[…]`. */
export const PRINTS: Readonly<Record<string, Print>> = {
  level1: ({ level1 }) => level1,
  level2: ({ level2 }) => level2,
  name: ({ name }) => name,
  target: withSign(({ value }) => value),
  sign: unlessBeside(({ sign }) => sign, '定性'),
  signWords: ({ sign }) => IN_WORDS[sign] ?? '',
  value: ({ value }) => value,
  unit: unlessBeside(({ unit }) => unit, '/'),
  weight: ({ weight }) => weight,
  weight2: (of, { rows }) =>
    String(
      rows
        .filter(({ level1, level2 }) => level1 === of.level1 && level2 === of.level2)
        .reduce((sum, { weight }) => sum + Number(weight), 0),
    ),
  weight1: ({ level1 }, { rows }) =>
    String(rows.filter((row) => row.level1 === level1).reduce((sum, { weight }) => sum + Number(weight), 0)),
  actual: measured(({ actual }) => actual, withoutMonth),
  score: ({ score }) => score,
  previous: measured(({ previous }) => previous, withoutMonth),
  long: withSign(({ long }) => long),
  longValue: ({ long }) => long,
  rule: (row) => (isQualitative(row) ? '分等级评定' : '按完成比例赋分'),
  basis: (_, __, place) => `年度计划第${place + 1}条`,
  evidence: (_, __, place) => `台账${place + 1}`,
  section: () => '业务一科',
  n: (_, __, place) => String(place + 1),
  department: (_, { fields }) => fields.department ?? '',
  project: (_, { fields }) => fields.project ?? '',
  total: (_, { fields }) => fields.total ?? '',
  goal: (_, { fields }) => fields.goal ?? '',
};

/** The names in the `[…]` of a text. */
export const fieldsIn = (text: string): string[] =>
  [...text.matchAll(/\[([a-zA-Z]\w*)\]/g)].flatMap(([, name = '']) => (name in PRINTS ? [name] : []));
