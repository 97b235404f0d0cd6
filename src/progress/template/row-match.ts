import type { Message, Problem } from '../../domain/domain-error.js';
import { excerpt } from '../../domain/entries/excerpt.js';
import type { Month } from '../../domain/calendar/month.js';
import type { TemplateRow } from './template-reader.js';
import { PRINTED, type PrintedKey, type TemplateSubject } from './template-subjects.js';

const NAMES: Readonly<Record<PrintedKey, Message>> = {
  sheet: { zh: '目标表', en: 'target sheet' },
  indicator: { zh: '指标', en: 'indicator' },
  target: { zh: '指标值', en: 'target' },
};

/**
 * Why the row may not be written: nobody's hidden id, or the id of another line than the one that is printed in it.
 * Whoever sorts the visible columns leaves the hidden ones behind, and every value would go to another indicator.
 */
export function mismatchOf(filled: TemplateRow, subject: TemplateSubject | undefined, month: Month): Problem[] {
  const { row, address, printed } = filled;
  if (!subject) {
    const zh = `第 ${row} 行不在您 ${month} 的填报范围内（其他单位、其他年度的模板，或指标已调整）。请重新下载模板填写。`;
    const en = `Row ${row} is none of those that you fill in for ${month} (a template of another office or year, or the indicator changed). Download the template again.`;
    return [{ code: 'row-unknown', pointer: address, message: { zh, en } }];
  }
  const moved = PRINTED.flatMap((key): Problem[] => {
    const { text, address: pointer } = printed[key];
    const expected = subject.printed[key];
    if ([expected.zh, expected.en].some((wanted) => plainText(wanted) === plainText(text))) return [];
    return [{ code: 'row-moved', pointer, message: movedText(key, pointer, excerpt(text), expected) }];
  });
  return moved.length > 0 ? moved : typedBeside(filled, subject);
}

/** A number typed under 上月 instead of beside it would be lost without a word. */
export function typedBeside({ printed }: TemplateRow, { before }: TemplateSubject): Problem[] {
  const { text, address: pointer } = printed.before;
  const said = plainText(text);
  if (said === '' || (before && [before.zh, before.en].some((known) => plainText(known) === said))) return [];
  const known = { zh: before?.zh ?? '无', en: before?.en ?? 'nothing' };
  const message = {
    zh: `${pointer} 是“${excerpt(said)}”，而系统中上月为“${known.zh}”：灰色的“上月”列不填，请填在右边的白色单元格，并清空 ${pointer}（上月数据已更正的，也可重新下载模板）。`,
    en: `${pointer} is “${excerpt(said)}”, but the month before is known as “${known.en}”: that grey column is not filled in. Use the white cells to its right and empty ${pointer} (or download the template again, if the month before was corrected).`,
  };
  return [{ code: 'grey-cell', pointer, message }];
}

function movedText(key: PrintedKey, pointer: string, said: string, expected: Message): Message {
  const { zh, en } = NAMES[key];
  const [stored, inEnglish] = [excerpt(expected.zh), excerpt(expected.en)];
  return {
    zh: `${pointer} 的${zh}是“${said}”，而这一行的隐藏编号对应“${stored}”：可能只对部分列排过序，或指标已调整。请重新下载模板填写，排序时请选中全部列（含隐藏列）。`,
    en: `${pointer} says “${said}” as ${en}, but the hidden id of the row stands for “${inEnglish}”: some columns may have been sorted without the others, or it was revised. Download the template again; sort all columns together, hidden ones included.`,
  };
}

/** Spreadsheets change spaces and line breaks when they save. */
const plainText = (text: string): string => text.normalize('NFC').replace(/\s+/g, ' ').trim();
