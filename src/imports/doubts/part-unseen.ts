import type { Message } from '../../domain/domain-error.js';
import type { Doubt } from '../sheet-draft.js';
import type { UnseenPart } from '../table-model.js';

interface Wording {
  /** What it is. */
  readonly what: Message;
  /** What became of it. */
  readonly fate: Message;
  /** What to do. */
  readonly advice: Message;
}

const NOT_IMPORTED: Message = { zh: '没有导入', en: 'not imported' };
const MAKE_VISIBLE: Message = {
  zh: '如需要，请在原文件中取消隐藏或删除线后重新导入',
  en: 'If it is needed, make it visible in the document and import it again',
};
const COMPARE: Message = {
  zh: '请看其中是否说明或更改了指标值，如有请修改草稿',
  en: 'Look whether it explains or changes a value, and edit the draft if it does',
};
const IMPORT_IT: Message = {
  zh: '其中有绩效指标的，请单独导入或在草稿中补上',
  en: 'If it has indicators, import it by itself or add them to the draft',
};

const hidden = (zh: string, en: string): Wording => ({ what: { zh, en }, fate: NOT_IMPORTED, advice: MAKE_VISIBLE });
const KINDS: Readonly<Record<UnseenPart['kind'], Wording>> = {
  'hidden-sheet': hidden('隐藏的工作表', 'Hidden worksheet'),
  'hidden-rows': hidden('隐藏的行', 'Hidden rows'),
  'hidden-columns': hidden('隐藏的列', 'Hidden columns'),
  'hidden-text': hidden('隐藏的文字', 'Hidden text'),
  'struck-out': hidden('带删除线的内容', 'Struck-out text'),
  'pictured-page': {
    what: { zh: '没有文字的页（可能是扫描件）', en: 'A page without text, perhaps a scan' },
    fate: NOT_IMPORTED,
    advice: {
      zh: '请核对这些页；其中有指标的，请单独提供文字版或扫描件导入',
      en: 'Look at these pages; what they print has to be imported by itself, as text or as a scan',
    },
  },
  footnote: { what: { zh: '脚注或尾注', en: 'Footnotes' }, fate: NOT_IMPORTED, advice: COMPARE },
  comment: { what: { zh: '批注', en: 'Comments' }, fate: NOT_IMPORTED, advice: COMPARE },
  'text-box': { what: { zh: '文本框或图形中的文字', en: 'Text in a drawing' }, fate: NOT_IMPORTED, advice: COMPARE },
  picture: { what: { zh: '图片', en: 'Pictures' }, fate: NOT_IMPORTED, advice: IMPORT_IT },
  embedded: { what: { zh: '嵌入的对象或附件', en: 'Embedded files' }, fate: NOT_IMPORTED, advice: IMPORT_IT },
  across: {
    what: { zh: '斜排的文字（水印或印章）', en: 'Text across the page, a watermark or stamp' },
    fate: NOT_IMPORTED,
    advice: COMPARE,
  },
  uncomputed: {
    what: { zh: '公式没有保存计算结果', en: 'Formulas without a saved result' },
    fate: { zh: '，无法读取', en: 'not readable' },
    advice: {
      zh: '请用 Excel 或 WPS 打开、保存后重新导入，或在草稿中填上',
      en: 'Open the workbook in Excel or WPS, save it and import it again, or fill in the draft',
    },
  },
  unprinted: {
    what: { zh: '打印区域以外的行', en: 'Rows outside the area that is printed' },
    fate: { zh: '，已照常读入', en: 'read like the others' },
    advice: {
      zh: '请确认它们属于本表；不属于的，请在草稿中删除',
      en: 'See whether they belong to the sheet, and drop those that do not',
    },
  },
  inserted: {
    what: { zh: '修订中新增、尚未接受的内容', en: 'Text of a tracked change that nobody has accepted yet' },
    fate: { zh: '已按接受读入', en: 'read as accepted' },
    advice: { zh: '请确认；不应接受的，请修改草稿', en: 'Confirm it, or edit the draft' },
  },
};
const LONGEST = 80;
const LONGEST_BESIDE = 240;

/** What was not read of a document, and somebody should know that it is there. */
export function partUnseen({ kind, text, source }: UnseenPart): Doubt {
  const { what, fate, advice } = KINDS[kind];
  const isHidden = advice === MAKE_VISIBLE;
  const sample = text.slice(0, isHidden ? LONGEST : LONGEST_BESIDE);
  const zh = `${what.zh}${fate.zh}（${source}${sample && `：“${sample}”`}）。${advice.zh}。`;
  const en = `${what.en}: ${fate.en} (${source}${sample && `: “${sample}”`}). ${advice.en}.`;
  const code = kind === 'struck-out' ? 'struck-out' : 'hidden-part';
  return { code, severity: 'warning', sheet: null, indicator: null, message: { zh, en }, source };
}
