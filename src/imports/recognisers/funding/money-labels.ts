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
