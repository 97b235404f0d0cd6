import type { Cell } from '../../table-model.js';
import { filledCells, type Line } from '../lines/document-lines.js';
import { labelOf } from '../lines/printed-text.js';
import { statementsIn } from '../head/labels.js';

const NOTE =
  /^(?:说明|备注|注|附注|其他说明|其他需要?说明的?(?:问题|事项)|填[表报]说明|需要?说明的?(?:问题|事项)|存在(?:的)?问题.*|(?:自评|评价|绩效)(?:结论|等级)|(?:项目|财务|单位|部门)?(?:填[表报]|审核|复核|制表|经办|负责)人.*|(?:填[表报制]|自评)?日期|联系(?:电话|人)|.*签[字章名].*)$/;

/** A remark or signature below the indicators: the first cell says so. */
export const isNote = ([first]: readonly Cell[]): boolean => {
  const text = first?.text ?? '';
  const label = labelOf(/^([^:：]{1,16})[:：]/.exec(text)?.[1] ?? text);
  return label.length <= 16 && NOTE.test(label);
};

const REMARK = /^[（(【[]?(?:说明|备注|注|附注|填[表报]说明)[】\]]?\d{0,2}[:：、.．]/;
const GOES_ON = /^(?:[（(]?\d{1,2}[)）]?[.．、)）]|[①-⑳])/;
/** What can change how a value is meant. */
const TELLS = /第.{1,6}[项行条个]|指标|单位|统计|口径|权重|分值|目标|按[月季半年旬周]|扣除|不含|调整|剔除|[≥≤%]/;
/** The rules that forms repeat everywhere. */
const BOILERPLATE = /最高不能?超过|一式|盖章|签字|定[性量]指标|正向指标|反向指标|自评(?:结果|得分)|请在/;
const FARTHEST = 8;

/** A remark in a paragraph right below the table: the last of these lines, where it is (part of) one. */
export function remarkBelow(lines: readonly Line[]): Cell[] {
  const below = lines.slice(lines.findLastIndex(({ isRow }) => isRow) + 1);
  const texts = below.map((line) =>
    filledCells(line)
      .map(({ text }) => text)
      .join(' '),
  );
  const [last = '', source] = [texts.at(-1), below.at(-1)?.source];
  if (below.length === lines.length || below.length > FARTHEST || source === undefined) return [];
  const isPart = REMARK.test(last) || (GOES_ON.test(last) && texts.some((text) => REMARK.test(text)));
  return isPart && TELLS.test(last) && !BOILERPLATE.test(last) ? [{ text: last, source }] : [];
}

/** 本表由张三填报，联系电话13800000000: who answers for a sheet, in a sentence below it that no label begins. */
export const saysContact = (line: Line): boolean => {
  const text = line.cells.map((cell) => cell.text).join(' ');
  return !line.isRow && statementsIn(text).length === 0 && /(?:电话|手机|联系|咨询)[^:：]{0,12}?\d[\d-]{6,}/.test(text);
};

/** Forms number their columns below the header: 1 2 3 4, 栏次 1 2 3, 甲 乙 1 2. */
export function isColumnNumbers(cells: readonly Cell[]): boolean {
  const numbers = cells
    .map(({ text }) => text.replace(/[\s()（）①-⑳]/g, ''))
    .filter((text) => !/^(?:栏次|序号|行次|[甲乙丙丁戊己])$/.test(text));
  if (cells.length < 3 || numbers.length < 2) return false;
  return numbers.every((text, index) => /^\d{1,2}$/.test(text) && Number(text) === Number(numbers[0]) + index);
}
