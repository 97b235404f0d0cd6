import type { Cell } from '../../table-model.js';
import { labelOf } from '../lines/printed-text.js';
import { MONEY_COLUMN_WORDS, MONEY_ROW_WORDS } from '../vocabulary/money-words.js';
import { Vocabulary } from '../vocabulary/wording.js';

export type MoneyRow = keyof typeof MONEY_ROW_WORDS;
export type MoneyColumn = keyof typeof MONEY_COLUMN_WORDS;

const ROWS = new Vocabulary<MoneyRow>(MONEY_ROW_WORDS);
const COLUMNS = new Vocabulary<MoneyColumn>(MONEY_COLUMN_WORDS);
const LONGEST = 40;

export const moneyRow = (text: string): MoneyRow | null =>
  text.length <= LONGEST ? (ROWS.exactly(labelOf(text))?.role ?? null) : null;

export const moneyColumn = (text: string): MoneyColumn | null =>
  text.length <= LONGEST ? (COLUMNS.exactly(labelOf(text))?.role ?? null) : null;

export const isFundingLabel = ({ text }: Cell): boolean => moneyRow(text) !== null;

/** 年度资金总额 tells more of whose total it is than 合计; the same order else. */
export const tellingFirst = <T extends { readonly name: string }>(amounts: readonly T[]): T[] =>
  amounts.toSorted((a, b) => Number(BARE.test(a.name)) - Number(BARE.test(b.name)));

const BARE = /^(?:总额|总金额|合计|总计|总预算|资金|经费)$/;
