import type { Cell } from '../table-model.js';
import { eachSheet } from './doubt-check.js';
import { shownRow } from './shown-row.js';

/** Labels in the head of a sheet that nobody knows: department, goal or money may stand beside them. */
export const headIgnored = eachSheet('head-ignored', ({ unknownLabels, labelsBeside }) => [
  ...unknown(unknownLabels),
  ...beside(labelsBeside),
]);

function unknown(unknownLabels: readonly Cell[]) {
  const [first] = unknownLabels;
  if (!first) return [];
  const shown = unknownLabels.map(({ text }) => `“${shownRow(text)}”`);
  const zh = `表头中这些内容不认识，没有导入或没有全部导入：${shown.join('、')}。其中如有部门、项目、资金或目标，请补填。`;
  const en = `This is not known in the head, and not imported, or not all of it: ${shown.join(', ')}. Where there is a department, project, amount or goal in it, please add it.`;
  return [{ severity: 'warning' as const, message: { zh, en }, source: first.source }];
}

/** A sheet has one department, and one person who answers for it. */
function beside(labelsBeside: readonly Cell[]) {
  const [first] = labelsBeside;
  if (!first) return [];
  const shown = labelsBeside.map(({ text }) => `“${shownRow(text)}”`);
  const zh = `表头中另有这些内容没有导入：${shown.join('、')}。如应以它们为准，请修改草稿。`;
  const en = `The head also prints, and was not imported: ${shown.join(', ')}. Where this is what counts, edit the draft.`;
  return [{ severity: 'info' as const, message: { zh, en }, source: first.source }];
}
