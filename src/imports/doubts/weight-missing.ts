import { eachSheet } from './doubt-check.js';
import { sheetName } from './sheet-name.js';

/** A sheet may print no weights at all (one doubt), or leave single rows blank (one doubt each). */
export const weightMissing = eachSheet('weight-missing', ({ draft, title }) => {
  if (draft.indicators.length > 0 && draft.indicators.every(({ weight }) => weight === null)) {
    const name = sheetName({ draft, title });
    const zh = `“${name}”没有印权重。请为每个指标填写分值。`;
    const en = `The sheet “${name}” prints no weights. Enter the points of each indicator.`;
    return [{ severity: 'error' as const, message: { zh, en } }];
  }
  return draft.indicators.flatMap(({ name, weight, source }, indicator) => {
    if (weight !== null) return [];
    const zh = `指标“${name}”没有权重，请填写分值。`;
    const en = `“${name}” has no weight. Enter its points.`;
    return [{ severity: 'error' as const, message: { zh, en }, indicator, source }];
  });
});
