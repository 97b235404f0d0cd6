import { exact, plain, sum } from '../../../domain/exact.js';
import type { FundingDraft } from '../../sheet-draft.js';
import type { Cell } from '../../table-model.js';
import { isLabel, type Statement, statementsIn } from '../head/labels.js';
import { amountCell, type MoneyUnit, unitInLabel, withUnitBehind } from '../lines/amount-cell.js';
import { filledCells, type Line } from '../lines/document-lines.js';
import { isPageNumber } from '../lines/page-number.js';
import { labelOf } from '../lines/printed-text.js';
import { isFundingLabel, moneyColumn, moneyRow, type MoneyRow, tellingFirst } from './money-labels.js';
import { withoutLongerPeriod } from './longer-period.js';
import { type MoneyLine, moneyLines, pairedFigure, wholeOf } from './money-table.js';

export interface Funding {
  readonly funding: FundingDraft;
  readonly source: string | null;
  /** Figures under heads that are not known. */
  readonly unknown: MoneyLine['unknown'];
  readonly assumed: readonly AssumedMoney[];
}

/** Money that the sheet does not print as it was taken over. */
export interface AssumedMoney {
  /** The sum of what is printed, for a total that is not; or 年初预算数 where the sheet is read by 全年预算数. */
  readonly kind: 'total' | 'spent' | 'initial';
  readonly name: string;
  readonly amount: string;
  readonly source: string;
}

interface Amount {
  readonly role: MoneyRow | null;
  readonly name: string;
  readonly amount: string;
  readonly source: string;
}

/** An amount in 万元; its label may say another unit than the sheet. */
type AmountOf = (text: string | undefined, label?: string) => string | null;

/**
 * The money of a sheet: by the heads of its columns (年初预算数, 全年预算数, 全年执行数), as a list of sources below 资金来源 | 资金总额, or
 * by the label that stands before an amount. Never by position alone.
 */
export function fundingOf(head: readonly Line[], unit: MoneyUnit): Funding {
  const amountOf: AmountOf = (text, label = '') => amountCell(text, unitInLabel(label) ?? unit);
  const across = amountsAcross(head, amountOf);
  if (across) return listed(across, false);
  const list = sourceList(head, amountOf);
  if (list) return listed(list, true);
  const lines = moneyLines(head);
  const whole = wholeOf(lines);
  const amounts =
    lines.length > 0
      ? lines.flatMap((line) => budgetOf(line, amountOf))
      : labelledAmounts(withoutLongerPeriod(head), amountOf);
  const printed = amountOf(whole?.figures.spent?.text) ?? amountOf(pairedFigure(head, 'spent'));
  const spent = printed ?? (whole ? null : spentInAll(lines, amountOf));
  const budget = whole ? null : amountOf(pairedFigure(head, 'budget'));
  // A table of one row says the whole by it, whatever it is called.
  const isTotalPrinted = amounts.some(({ role }) => role === 'total');
  const found = funding(amounts, spent, addUp(amounts) || (lines.length === 1 && !isTotalPrinted));
  const isSummed = found.total !== null && !isTotalPrinted;
  const [first] = amounts;
  return {
    funding: { ...found, total: found.total ?? budget },
    source: first?.source ?? null,
    unknown: whole?.unknown ?? [],
    assumed: [
      ...(isSummed && first ? [{ kind: 'total' as const, name: '', amount: found.total, source: first.source }] : []),
      ...(printed === null && spent !== null && first
        ? [{ kind: 'spent' as const, name: '', amount: spent, source: first.source }]
        : []),
      ...initialAmounts(lines, whole, amountOf),
    ],
  };
}

const listed = (amounts: readonly Amount[], isList: boolean): Funding => ({
  funding: funding(amounts, null, isList),
  source: amounts[0]?.source ?? null,
  ...{ unknown: [], assumed: [] },
});

/** What each of several tasks has spent, together. */
function spentInAll(lines: readonly MoneyLine[], amountOf: AmountOf): string | null {
  const amounts = lines.flatMap(({ figures }) => amountOf(figures.spent?.text) ?? []);
  return amounts.length === lines.length ? total(amounts.map((amount) => ({ amount }))) : null;
}

/** Parts in the column 年初预算数 of a sheet whose total stands below 全年预算数. */
function initialAmounts(
  lines: readonly MoneyLine[],
  whole: MoneyLine | undefined,
  amountOf: AmountOf,
): readonly AssumedMoney[] {
  if (amountOf(whole?.figures.budget?.text) === null) return [];
  return lines.flatMap(({ label, figures, source }) => {
    const amount = amountOf(figures.initial?.text, label);
    const isOther = amountOf(figures.budget?.text) === null && amount !== null;
    return isOther ? [{ kind: 'initial' as const, name: labelOf(label), amount, source }] : [];
  });
}

/** The budget in force: adjusted where it was adjusted. */
function budgetOf({ role, label, figures, source }: MoneyLine, amountOf: AmountOf): Amount[] {
  const amount = amountOf(figures.budget?.text, label) ?? amountOf(figures.initial?.text, label);
  return amount === null
    ? []
    : [{ role: role ?? (label === '' ? 'total' : null), name: labelOf(label), amount, source }];
}

/**
 * `总额 127.98 其中：财政拨款 127.98`, beside each other, in one text, or below each other in a row of labels. A label with several
 * figures does not say which one counts.
 */
function labelledAmounts(head: readonly Line[], amountOf: AmountOf): Amount[] {
  return head.flatMap((line, place) => {
    const cells = filledCells(line);
    const isOfLabels = cells.length > 1 && cells.every((cell) => isLabel(cell) || isFundingLabel(cell));
    return cells.flatMap((cell, index) => {
      const role = moneyRow(cell.text);
      const [figure, behind] = cells.slice(index + 1, index + 3).map(({ text }) => text);
      const beside = amountOf(withUnitBehind(figure ?? '', behind), cell.text);
      const isOnly = amountOf(behind, cell.text) === null;
      const amount = beside !== null && isOnly ? beside : isOfLabels ? amountBelow(head, place, cell, amountOf) : null;
      return role && amount != null
        ? [...statedAmounts(cell, amountOf), { role, name: labelOf(cell.text), amount, source: line.source }]
        : statedAmounts(cell, amountOf);
    });
  });
}

/** Of one row below its labels; several rows are a table of tasks, whose first is not the whole. */
function amountBelow(head: readonly Line[], place: number, label: Cell, amountOf: AmountOf): string | null {
  const column = head[place]?.cells.indexOf(label) ?? -1;
  const [first, second] = [1, 2].map((rows) => amountOf(head[place + rows]?.cells[column]?.text, label.text));
  return second === null ? (first ?? null) : null;
}

/** Where one statement ends; a line break between them may be lost. */
const STATEMENT = /[\n；;]|，(?=\p{Script=Han})|(?<=[\d元])(?=(?![万亿元年])\p{Script=Han})/u;

/** `总额：127.98⏎其中：财政拨款：127.98` in one cell. */
function statedAmounts({ text, source }: Cell, amountOf: AmountOf): Amount[] {
  const parts = text.split(STATEMENT).map((part) => part.trim().replace(/^其中[:：]?/, ''));
  const stated = parts.flatMap(statementsIn);
  // Behind 资金总额：45万元 its parts may stand without a colon.
  const more = stated.length > 0 ? parts.flatMap((part) => part.split('、').flatMap(partStated)) : [];
  return [...stated, ...more].flatMap(({ label, value }) => {
    const [role, amount] = [moneyRow(label), amountOf(value, label)];
    return role && amount !== null ? [{ role, name: labelOf(label), amount, source }] : [];
  });
}

const PART = /^(\p{Script=Han}{2,12}?)\s*(\d[\d,.]*\s*[万亿]?元)[。.]?$/u;

function partStated(text: string): Statement[] {
  const [, label, value] = PART.exec(text.trim()) ?? [];
  return label !== undefined && value !== undefined ? [{ label, value }] : [];
}

/** 资金来源 | 总计 | 财政 | 自筹 above 预算（万元） | 90 | 60 | 30: each amount belongs to the head above it. */
function amountsAcross(head: readonly Line[], amountOf: AmountOf): Amount[] | null {
  const at = head.findIndex((line) => line.isRow && ACROSS.test(labelOf(filledCells(line)[0]?.text ?? '')));
  const [heads, row] = [head[at], head[at + 1]];
  if (!heads || !row?.isRow || !ACROSS_AMOUNTS.test(labelOf(filledCells(row)[0]?.text ?? ''))) return null;
  const [first] = filledCells(heads);
  const amounts = heads.cells.flatMap((cell, column): Amount[] => {
    const amount = amountOf(row.cells[column]?.text, cell.text);
    if (cell === first || cell.text === '' || amount === null) return [];
    const name = labelOf(cell.text);
    const role = ROLES_ACROSS[name] ?? moneyRow(cell.text) ?? 'source';
    return [{ role, name, amount, source: row.source }];
  });
  const isWhole = amounts.length === filledCells(heads).length - 1 && amounts.length === filledCells(row).length - 1;
  return isWhole && amounts.length > 1 && amounts.some(({ role }) => role === 'total') ? amounts : null;
}

const ROLES_ACROSS: Readonly<Record<string, MoneyRow>> = {
  总计: 'total',
  合计: 'total',
  总额: 'total',
  财政: 'fiscal',
};
const ACROSS = /^资金(?:来源|构成|渠道|组成|性质)$/;
const ACROSS_AMOUNTS = /^(?:本?年度?)?(?:预算|资金|安排)?(?:金额|预算|预算数|预算金额|资金|数额|安排数)$/;

/** Rows such as 财政资金 | 上级安排 | 0.33; a blank group is the one above. The total is not printed: it is their sum. */
function sourceList(head: readonly Line[], amountOf: AmountOf): Amount[] | null {
  const start = head.findIndex((line) => {
    const labels = filledCells(line).map(({ text }) => text);
    const isOfSources = labels.some((text) => labelOf(text) === '资金来源') && !hasSeveralColumns(labels);
    return isOfSources && labels.some((text) => moneyRow(text) === 'total');
  });
  if (start < 0) return null;
  const amounts: (Amount & { readonly group: string })[] = [];
  for (const line of head.slice(start + 1).filter((other) => other.isRow || !isPageNumber(other))) {
    const cells = filledCells(line);
    const amount = amountOf(cells.at(-1)?.text);
    if (!line.isRow || amount === null || cells.length < 2) break;
    const group = cells.length > 2 ? labelOf(cells[0]?.text ?? '') : (amounts.at(-1)?.group ?? '');
    amounts.push({
      role: roleInList(cells, group),
      group,
      name: labelOf(cells.at(-2)?.text ?? ''),
      amount,
      source: line.source,
    });
  }
  return amounts.length > 0 ? amounts : null;
}

/** 资金来源 | 预算数 | 执行数: a table by its heads, and no list. */
const hasSeveralColumns = (labels: readonly string[]): boolean =>
  labels
    .slice(labels.findIndex((text) => labelOf(text) === '资金来源') + 1)
    .filter((text) => moneyColumn(text) !== null).length > 1;

/** In the list the group says whose money it is; 上年结转 in it is apart from both. */
function roleInList(cells: readonly Cell[], group: string): MoneyRow | null {
  const own = moneyRow(cells.at(-2)?.text ?? '');
  const ofGroup = moneyRow(group);
  if (own === 'carriedOver' || ofGroup === 'carriedOver') return 'carriedOver';
  return ofGroup === 'fiscal' || ofGroup === 'other' ? ofGroup : own;
}

/** @param isList whether the amounts are sources that add up, even where there is only one */
function funding(amounts: readonly Amount[], spent: string | null, isList = addUp(amounts)): FundingDraft {
  const of = (role: MoneyRow) => tellingFirst(amounts.filter((amount) => amount.role === role));
  const first = (role: MoneyRow) => (isList ? total(of(role)) : (of(role)[0]?.amount ?? null));
  const named = isList ? amounts : amounts.filter(({ role }) => role === 'source');
  const carried = isList ? [] : of('carriedOver').map(({ amount }) => ({ name: '上年结转资金', amount }));
  return {
    total: isList ? total(amounts) : first('total'),
    fiscal: first('fiscal'),
    other: first('other'),
    carriedOver: first('carriedOver'),
    spent,
    sources: [...named.map(({ name, amount }) => ({ name, amount })), ...carried],
  };
}

/** With as many decimals as the finest amount, so 0.00 stays 0.00. */
function total(parts: readonly { readonly amount: string }[]): string | null {
  if (parts.length === 0) return null;
  const places = Math.max(...parts.map(({ amount }) => amount.split('.')[1]?.length ?? 0));
  const [whole = '', fraction = ''] = plain(sum(parts.map(({ amount }) => exact(amount)))).split('.');
  return places === 0 ? whole : `${whole}.${fraction.padEnd(places, '0')}`;
}

const addUp = (amounts: readonly Amount[]): boolean =>
  amounts.length > 1 && amounts.every(({ role }) => role !== 'total');
