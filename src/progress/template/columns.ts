import type { Message } from '../../domain/domain-error.js';
import type { Grade } from '../../domain/indicator.js';
import type { SaveEntryDto } from '../entries/dto/entry.dto.js';

/** Changes when old templates can no longer be read. */
export const TEMPLATE_VERSION = '3';
export const TEMPLATE_MARK = 'jixiao-progress';
/** Holds what the template is for, out of the way of whoever fills it in. */
export const IDENTITY_SHEET = '模板信息';
export const ENTRY_SHEET: Message = { zh: '填报', en: 'Entries' };

export type Field = Exclude<keyof SaveEntryDto, 'notApplicable'> | 'notApplicable';

export type CellKind = 'number' | 'text' | 'grade' | 'date' | 'yes';

interface TemplateColumn {
  readonly key: string;
  readonly header: Message;
  readonly width: number;
  /** What people fill in; the other columns are there to read, `id` and `version` to find the entry again. */
  readonly field?: Field;
  readonly kind?: CellKind;
}

/** Found again by their headers, in whatever order and in whichever language they come back. */
export const COLUMNS = [
  { key: 'id', header: { zh: '编号', en: 'Id' }, width: 6 },
  { key: 'version', header: { zh: '版本', en: 'Version' }, width: 8 },
  { key: 'sheet', header: { zh: '目标表', en: 'Target sheet' }, width: 24 },
  { key: 'indicator', header: { zh: '指标', en: 'Indicator' }, width: 34 },
  { key: 'target', header: { zh: '指标值', en: 'Target' }, width: 14 },
  { key: 'before', header: { zh: '上月', en: 'Month before' }, width: 14 },
  { key: 'value', header: { zh: '填报值', en: 'Value' }, width: 12, field: 'value', kind: 'number' },
  { key: 'numerator', header: { zh: '分子', en: 'Numerator' }, width: 11, field: 'numerator', kind: 'number' },
  { key: 'denominator', header: { zh: '分母', en: 'Denominator' }, width: 12, field: 'denominator', kind: 'number' },
  { key: 'grade', header: { zh: '等级', en: 'Grade' }, width: 10, field: 'grade', kind: 'grade' },
  { key: 'coefficient', header: { zh: '系数', en: 'Coefficient' }, width: 11, field: 'coefficient', kind: 'number' },
  {
    key: 'completedOn',
    header: { zh: '完成日期', en: 'Completed on' },
    width: 12,
    field: 'completedOn',
    kind: 'date',
  },
  {
    key: 'notApplicable',
    header: { zh: '不适用', en: 'Not applicable' },
    width: 14,
    field: 'notApplicable',
    kind: 'yes',
  },
  {
    key: 'notApplicableReason',
    header: { zh: '不适用原因', en: 'Why not applicable' },
    width: 20,
    field: 'notApplicableReason',
    kind: 'text',
  },
  {
    key: 'deviationReason',
    header: { zh: '偏差原因分析', en: 'Reason of the deviation' },
    width: 28,
    field: 'deviationReason',
    kind: 'text',
  },
  {
    key: 'correctiveMeasure',
    header: { zh: '改进措施', en: 'Corrective measure' },
    width: 28,
    field: 'correctiveMeasure',
    kind: 'text',
  },
  { key: 'note', header: { zh: '备注', en: 'Note' }, width: 20, field: 'note', kind: 'text' },
] as const satisfies readonly TemplateColumn[];

export const columnNamed = (header: string) =>
  COLUMNS.find((column) => Object.values<string>(column.header).includes(header));

export const GRADE_WORDS: Readonly<Record<Grade, Message>> = {
  achieved: { zh: '达成', en: 'achieved' },
  partial: { zh: '部分达成', en: 'partial' },
  missed: { zh: '未达成', en: 'missed' },
};
export const YES: Message = { zh: '是', en: 'yes' };
export const NO: Message = { zh: '否', en: 'no' };
