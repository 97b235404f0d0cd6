import { exact, HUNDRED, ONE, plain } from '../../../domain/exact.js';
import { decimalCell } from '../lines/decimal-cell.js';
import { filledCells, type Line } from '../lines/document-lines.js';
import { labelOf } from '../lines/printed-text.js';
import { moneyLines, pairedFigure, wholeOf } from './money-table.js';

/** What a form prints about budget execution: its points, the rate in %, and the points given for it. */
export interface ExecutionFigures {
  readonly weight: string | null;
  readonly rate: string | null;
  readonly score: string | null;
}

/** 预算执行情况（10分） beside or above the money. */
const NAMED = /^(?:项目|部门|年度)?(?:预算|资金)?(?:执行|资金)?(?:执行)?(?:情况|率|指标)?$/;
const POINTS = /[（(]\s*(\d{1,3}(?:\.\d{1,2})?)\s*分\s*[)）]/;

/** 分值, 执行率 and 得分 in the row 年度资金总额 of a self-evaluation form; all null on other sheets. */
export function executionFigures(head: readonly Line[]): ExecutionFigures {
  const whole = wholeOf(moneyLines(head))?.figures;
  const rate = whole ? undefined : pairedFigure(head, 'rate');
  return {
    weight: decimalCell(whole?.weight?.text) ?? pointsBeside(head),
    rate: rateIn(whole?.rate?.text ?? rate),
    // 得分 alone can be that of the whole sheet.
    score: decimalCell(whole?.score?.text ?? (rate === undefined ? undefined : pairedFigure(head, 'score'))),
  };
}

/** In per cent: a spreadsheet prints 0.985 for 98.5 %. */
function rateIn(text: string | undefined): string | null {
  const rate = decimalCell(text);
  const isShare = rate !== null && /^[01](?:\.\d+)?$/.test(rate) && rate !== '0' && exact(rate).lte(ONE);
  return isShare && !/[%％]/.test(text ?? '') ? plain(exact(rate).mul(HUNDRED)) : rate;
}

function pointsBeside(head: readonly Line[]): string | null {
  for (const line of head) {
    for (const { text } of filledCells(line)) {
      const points = text.length <= 40 ? POINTS.exec(text)?.[1] : undefined;
      if (points !== undefined && /执行|资金/.test(text) && NAMED.test(labelOf(text))) return points;
    }
  }
  return null;
}
