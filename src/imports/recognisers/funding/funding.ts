import { exact, plain, sum } from '../../../domain/exact.js';
import type { FundingDraft } from '../../sheet-draft.js';
import type { Cell } from '../../table-model.js';
import { amountCell, unitOfAmounts } from '../lines/amount-cell.js';
import { filledCells, type Line } from '../lines/document-lines.js';
import { isPageNumber } from '../lines/page-number.js';
import { labelOf } from '../lines/printed-text.js';

export interface Funding {
  readonly funding: FundingDraft;
  readonly source: string | null;
}

const TOTAL = /^(?:年度预算总额|(?:年度|项目)?资金总额|项目总预算|年度预算|预算总额)$/;
const FISCAL = /^(?:财政拨款|财政资金|(?:当年|本年)财政拨款)$/;
const OTHER = /^其他资金$/;
const CARRIED_OVER = /^上年结转(?:资金)?$/;

export const isFundingLabel = ({ text }: Cell): boolean =>
  [TOTAL, FISCAL, OTHER, CARRIED_OVER].some((label) => label.test(labelOf(text)));

/** The money of a sheet: `总额 127.98 其中:财政拨款 127.98 …` in a row, or a list of sources below 资金来源 | 资金总额. */
export function fundingOf(head: readonly Line[]): Funding {
  const unit = unitOfAmounts(head);
  const amountOf = (text: string | undefined) => amountCell(text, unit);
  const start = head.findIndex((line) => {
    const labels = filledCells(line).map(({ text }) => labelOf(text));
    return labels.includes('资金来源') && labels.some((label) => TOTAL.test(label));
  });
  return start < 0
    ? fromLabels(head, amountOf)
    : fromSources(head.slice(start + 1), head[start]?.source ?? null, amountOf);
}

type AmountOf = (text: string | undefined) => string | null;

function fromLabels(head: readonly Line[], amountOf: AmountOf): Funding {
  const found = (label: RegExp) => {
    for (const line of head) {
      const cells = filledCells(line);
      const at = cells.findIndex(({ text }) => label.test(labelOf(text)));
      // Forms print 年初预算数, then 全年预算数: the budget in force is the second of at least three figures.
      const figures =
        at < 0
          ? []
          : amountsAfter(
              cells.slice(at + 1).map(({ text }) => text),
              amountOf,
            );
      const amount = figures.length >= 3 ? figures[1] : figures[0];
      if (amount != null) return { amount, source: line.source };
    }
    return null;
  };
  const [total, fiscal, other, carried] = [found(TOTAL), found(FISCAL), found(OTHER), found(CARRIED_OVER)];
  const sources = carried ? [{ name: '上年结转资金', amount: carried.amount }] : [];
  const funding = {
    total: total?.amount ?? null,
    fiscal: fiscal?.amount ?? null,
    other: other?.amount ?? null,
    sources,
  };
  return { funding, source: (total ?? fiscal ?? other)?.source ?? null };
}

/** The figures that follow a label, up to the next label. */
function amountsAfter(texts: readonly string[], amountOf: AmountOf): string[] {
  const end = texts.findIndex((text) => amountOf(text) === null);
  return texts.slice(0, end < 0 ? undefined : end).flatMap((text) => amountOf(text) ?? []);
}

/** Rows such as 财政资金 | 上级安排 | 0.33; a blank group is the one above. The total is not printed: it is their sum. */
function fromSources(lines: readonly Line[], source: string | null, amountOf: AmountOf): Funding {
  const sources: { group: string; name: string; amount: string }[] = [];
  for (const line of lines.filter((other) => other.isRow || !isPageNumber(other))) {
    const texts = filledCells(line).map(({ text }) => text);
    const amount = amountOf(texts.at(-1));
    if (!line.isRow || amount === null || texts.length < 2) break;
    const group = texts.length > 2 ? labelOf(texts[0] ?? '') : (sources.at(-1)?.group ?? '');
    sources.push({ group, name: labelOf(texts.at(-2) ?? ''), amount });
  }
  const totalOf = (label: RegExp) => total(sources.filter(({ group }) => label.test(group)));
  const funding = {
    total: total(sources),
    fiscal: totalOf(FISCAL),
    other: totalOf(OTHER),
    sources: sources.map(({ name, amount }) => ({ name, amount })),
  };
  return { funding, source };
}

/** With as many decimals as the finest amount, so 0.00 stays 0.00. */
function total(parts: readonly { readonly amount: string }[]): string | null {
  if (parts.length === 0) return null;
  const places = Math.max(...parts.map(({ amount }) => amount.split('.')[1]?.length ?? 0));
  const [whole = '', fraction = ''] = plain(sum(parts.map(({ amount }) => exact(amount)))).split('.');
  return places === 0 ? whole : `${whole}.${fraction.padEnd(places, '0')}`;
}
