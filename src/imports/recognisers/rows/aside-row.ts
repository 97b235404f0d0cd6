import type { Cell } from '../../table-model.js';
import { labelOf } from '../lines/printed-text.js';

const NOTE =
  /^(?:说明|备注|注|附注|其他说明|其他需要?说明的?(?:问题|事项)|填[表报]说明|需要?说明的?(?:问题|事项)|存在(?:的)?问题.*|自评结论|(?:项目|财务|单位|部门)?(?:填[表报]|审核|复核|制表|经办|负责)人.*|(?:填[表报制]|自评)?日期|联系(?:电话|人)|.*签[字章名].*)$/;

/** A remark or signature below the indicators: the first cell says so. */
export const isNote = ([first]: readonly Cell[]): boolean => {
  const text = first?.text ?? '';
  const label = labelOf(/^([^:：]{1,16})[:：]/.exec(text)?.[1] ?? text);
  return label.length <= 16 && NOTE.test(label);
};

/** Forms number their columns below the header: 1 2 3 4, 栏次 1 2 3, 甲 乙 1 2. */
export function isColumnNumbers(cells: readonly Cell[]): boolean {
  const numbers = cells
    .map(({ text }) => text.replace(/[\s()（）①-⑳]/g, ''))
    .filter((text) => !/^(?:栏次|序号|行次|[甲乙丙丁戊己])$/.test(text));
  if (cells.length < 3 || numbers.length < 2) return false;
  return numbers.every((text, index) => /^\d{1,2}$/.test(text) && Number(text) === Number(numbers[0]) + index);
}
