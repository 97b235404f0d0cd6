import { type Exact, exact, plain, sum, ZERO } from '../../domain/exact.js';
import type { AssumedMoney } from '../recognisers/funding/funding.js';
import type { SheetDraft } from '../sheet-draft.js';
import { eachSheet } from './doubt-check.js';
import { goalQuantities } from './goal-quantities.js';

/** The total against its parts, against the money the goal speaks of, and against the cost indicators. All in 万元. */
export const fundingMismatch = eachSheet('funding-mismatch', ({ draft, assumedMoney }) => {
  const { total } = draft.funding;
  const told = [
    ...assumedMoney
      .filter((assumed) => isAsRead(assumed, draft))
      .map((assumed) => ({ message: assumption(assumed), source: assumed.source })),
    ...belowZero(draft).map((message) => ({ message, source: draft.places.funding ?? null })),
  ].map((finding) => ({ severity: 'warning' as const, ...finding }));
  if (total === null || exact(total).lt(ZERO)) return told;
  const budget = exact(total);
  const compared = [
    ...(budget.gt(HARDLY) ? [{ message: hardly(total), source: draft.places.funding ?? null }] : []),
    ...partsOf(draft, budget).map((zhEn) => ({ ...zhEn, source: draft.places.funding ?? null })),
    ...goalMoney(draft, budget).map((zhEn) => ({ ...zhEn, source: draft.places.goal ?? null })),
    ...costs(draft, budget),
  ].map((finding) => ({ severity: 'warning' as const, ...finding }));
  return [...told, ...compared];
});

const isAsRead = ({ kind, amount }: AssumedMoney, { funding }: SheetDraft): boolean =>
  kind === 'initial' || funding[kind] === amount;

/** A total that is not printed, or an amount of another column. */
function assumption({ kind, name, amount }: AssumedMoney) {
  if (kind === 'initial') {
    return {
      zh: `“${name}”没有全年预算数，按年初预算数 ${amount} 万元读取，请核对。`,
      en: `“${name}” has no 全年预算数; its 年初预算数 was taken, ${amount} (10,000 yuan). Please check.`,
    };
  }
  const [zh, en] = kind === 'total' ? ['资金总额', 'total of the funding'] : ['全年执行数', 'amount spent'];
  return {
    zh: `表中没有印${zh}，按各行合计 ${amount} 万元读取，请核对。`,
    en: `The sheet prints no ${en}; the sum of its rows was taken, ${amount} (10,000 yuan). Please check.`,
  };
}

function belowZero({ funding }: SheetDraft) {
  const { total, fiscal, other, carriedOver, spent, sources } = funding;
  const amounts = [total, fiscal, other, carriedOver, spent, ...sources.map(({ amount }) => amount)];
  const found = new Set(amounts.filter((amount) => amount !== null && exact(amount).lt(ZERO)));
  return [...found].map((amount) => ({
    zh: `资金中有负数（${amount} 万元），请核对。`,
    en: `The funding has a negative amount (${amount}, in 10,000 yuan). Please check.`,
  }));
}

/** Sources that are named, such as a loan, can be parts of 财政拨款 or stand beside it. */
function partsOf({ funding: { fiscal, other, carriedOver, sources } }: SheetDraft, budget: Exact) {
  if (fiscal === null) return [];
  const parts = sum([fiscal, other ?? '0', carriedOver ?? '0'].map(exact));
  const withSources = parts.add(
    sum(sources.filter(({ name }) => !name.includes('结转')).map(({ amount }) => exact(amount))),
  );
  return parts.equals(budget) || withSources.equals(budget)
    ? []
    : [{ message: against('资金各部分合计', 'The parts of the funding add up to', parts, budget) }];
}

/** Amounts in the goal may be parts of the budget; together, without the total itself, they cannot exceed it. */
function goalMoney({ goal }: SheetDraft, budget: Exact) {
  const amounts = goalQuantities(goal ?? '')
    .filter(({ unit }) => unit === '万元')
    .map(({ number }) => exact(number));
  const tooLarge = amounts.find((amount) => amount.gt(budget));
  const parts = sum(amounts.filter((amount) => !amount.equals(budget)));
  if (tooLarge) return [{ message: against('目标文字中的金额', 'The goal speaks of', tooLarge, budget) }];
  return parts.gt(budget)
    ? [{ message: against('目标文字中各项金额合计', 'The amounts in the goal add up to', parts, budget) }]
    : [];
}

/** 经济成本指标 in 万元: one of them is the whole budget, or together they are. */
function costs({ indicators }: SheetDraft, budget: Exact) {
  const money = indicators.flatMap(({ level1, level2, unit, target, source }, indicator) => {
    const isCost = unit === '万元' && target !== null && `${level1}${level2}`.includes('成本');
    return isCost ? [{ indicator, source, amount: exact(target) }] : [];
  });
  const spent = sum(money.map(({ amount }) => amount));
  const [first] = money;
  if (!first || spent.equals(budget) || money.some(({ amount }) => amount.equals(budget))) return [];
  const message = against('成本指标金额', 'The cost indicators say', spent, budget);
  return [{ message, indicator: first.indicator, source: first.source }];
}

function against(zh: string, en: string, amount: Exact, budget: Exact) {
  return {
    zh: `${zh} ${plain(amount)} 万元，与预算总额 ${plain(budget)} 万元不符，请核对。`,
    en: `${en} ${plain(amount)} (10,000 yuan), the budget is ${plain(budget)}. Please check.`,
  };
}

/** 10 billion yuan: more than a department spends; the amounts may be in 元. */
const HARDLY = exact('1000000');
const hardly = (total: string) => ({
  zh: `预算总额 ${total} 万元过大，原表的金额单位可能是元，请核对。`,
  en: `A budget of ${total} (10,000 yuan) is very large; the amounts may be printed in yuan. Please check.`,
});
