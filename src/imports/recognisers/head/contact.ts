import type { Places } from '../../sheet-draft.js';
import type { Line } from '../lines/document-lines.js';
import { textOrNull } from '../lines/printed-text.js';
import { type LabelledValue, labelledValue } from './labelled-value.js';

/** Who answers for a sheet, with what else stands in the cells that say it. */
export interface Contact {
  readonly name: string | null;
  readonly phone: string | null;
  /** Telephones beside the first. */
  readonly phones: readonly string[];
  readonly source: Places;
}

/** Who answers for the sheet: 联系人 and 联系电话, or both in one cell. */
export function contactOf(lines: readonly Line[]): Contact {
  const [person, both] = [labelledValue(lines, 'responsible'), labelledValue(lines, 'contact')];
  const from = person ?? both;
  const phone = phoneOf(lines, from);
  const { name, phones } = nameAndPhones(from?.text);
  const beside = nameAndPhones(phone?.text).phones;
  const numbers = beside.length > 0 ? beside : phones;
  const phoneFrom = phone ?? (phones.length === 0 ? both : from);
  return {
    name,
    phone: numbers[0] ?? textOrNull(phone?.text),
    phones: numbers.slice(1),
    source: { ...(from && { responsible: from.source }), ...(phoneFrom && { phone: phoneFrom.source }) },
  };
}

/** Beside the person, else the only one that the head prints: several are of several people. */
function phoneOf(lines: readonly Line[], person: LabelledValue | null): LabelledValue | null {
  const own = person ? lines[person.line] : undefined;
  const beside = own ? labelledValue([own], 'phone') : null;
  const all = lines.flatMap((line) => labelledValue([line], 'phone') ?? []);
  const only = all.length === 1 ? labelledValue(lines, 'phone') : null;
  return beside ?? (only && !isOfAnother(lines, only, person) ? only : null);
}

/** The line of a telephone may name somebody else than who answers for the sheet. */
const isOfAnother = (lines: readonly Line[], { line }: LabelledValue, person: LabelledValue | null): boolean => {
  const own = lines[line];
  const named = own && person ? labelledValue([own], 'responsible') : null;
  return named !== null && named.text !== person?.text;
};

const NAME_BEFORE = /^([^\d+]{0,60}?)[\s:：/、,，（(]*(?=\+?\d|$)/;
const PHONE = /^(?:\+?86[\s-]?)?\d[\d\s-]{6,18}(?:转\s*\d{1,6})?$/;
const MOST_DIGITS = 15;

/** 甲某 13800000000, 甲某（0990-0000000）, 甲某 +86 138 0000 0000、0990-0000000 */
function nameAndPhones(text: string | undefined): { readonly name: string | null; readonly phones: readonly string[] } {
  const whole = textOrNull(text)?.replace(/[，,。；;]+$/, '') ?? '';
  const [before = '', name = ''] = NAME_BEFORE.exec(whole) ?? [];
  const parts = whole
    .slice(before.length)
    .replace(/[)）]$/, '')
    .split(/[、,，/；;]|\s{2,}/)
    .flatMap((part) => (part.replace(/\D/g, '').length > MOST_DIGITS ? part.trim().split(/\s+/) : [part.trim()]));
  const arePhones = parts.every((part) => PHONE.test(part));
  return arePhones ? { name: textOrNull(name), phones: parts } : { name: textOrNull(whole), phones: [] };
}
