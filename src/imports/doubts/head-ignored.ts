import { eachSheet } from './doubt-check.js';
import { shownRow } from './shown-row.js';

/** Labels in the head of a sheet that nobody knows: department, goal or money may stand beside them. */
export const headIgnored = eachSheet('head-ignored', ({ unknownLabels }) => {
  const [first] = unknownLabels;
  if (!first) return [];
  const shown = unknownLabels.map(({ text }) => `“${shownRow(text)}”`);
  const zh = `表头中这些栏目不认识，没有导入：${shown.join('、')}。其中如有部门、项目、资金或目标，请补填。`;
  const en = `These labels in the head are not known, and were not imported: ${shown.join(', ')}. Where one is the department, project, funding or goal, please add it.`;
  return [{ severity: 'warning', message: { zh, en }, source: first.source }];
});
