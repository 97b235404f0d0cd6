import type { Message } from '../../domain/domain-error.js';
import type { IndicatorDraft, UnreadPoints } from '../sheet-draft.js';
import { eachSheet } from './doubt-check.js';
import { sheetName } from './sheet-name.js';

/** A sheet may print no weights at all (one doubt), or leave single rows blank (one doubt each). */
export const weightMissing = eachSheet('weight-missing', ({ draft, title }) => {
  const isBlank = ({ weight, unread }: IndicatorDraft) => weight === null && unread?.weight === undefined;
  if (draft.indicators.length > 0 && draft.indicators.every(isBlank)) {
    const name = sheetName({ draft, title });
    const zh = `“${name}”没有印权重。请为每个指标填写分值。`;
    const en = `The sheet “${name}” prints no weights. Enter the points of each indicator.`;
    return [{ severity: 'error' as const, message: { zh, en } }];
  }
  return draft.indicators.flatMap(({ name, weight, unread, source }, indicator) => {
    if (weight !== null) return [];
    const { zh, en } = why(name, unread);
    return [{ severity: 'error' as const, message: { zh, en }, indicator, source }];
  });
});

function why(name: string, { weight, sharedWeight }: UnreadPoints = {}): Message {
  if (weight !== undefined) {
    const zh = `指标“${name}”的权重“${weight}”不是分值，请填写分值。`;
    return { zh, en: `The weight of “${name}”, “${weight}”, is no number of points. Enter its points.` };
  }
  if (sharedWeight === undefined) {
    return { zh: `指标“${name}”没有权重，请填写分值。`, en: `“${name}” has no weight. Enter its points.` };
  }
  const zh = `指标“${name}”与上面的行共用一个合并单元格的权重“${sharedWeight}”，请填写各自的分值。`;
  return {
    zh,
    en: `“${name}” shares the weight “${sharedWeight}” of a merged cell with rows above. Enter the points of each.`,
  };
}
