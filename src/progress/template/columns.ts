import type { Grade } from '../../domain/indicator.js';
import type { SaveEntryDto } from '../dto/entry.dto.js';

/** Changes when old templates can no longer be read. */
export const TEMPLATE_VERSION = '1';
export const TEMPLATE_MARK = 'jixiao-progress';
/** Holds what the template is for, out of the way of whoever fills it in. */
export const IDENTITY_SHEET = '模板信息';
export const ENTRY_SHEET = '填报';

export type Field = Exclude<keyof SaveEntryDto, 'notApplicable'> | 'notApplicable';

interface TemplateColumn {
  readonly header: string;
  readonly width: number;
  /** What people fill in; the other columns are there to read, `id` and `version` to find the entry again. */
  readonly field?: Field;
  readonly key?: 'id' | 'version';
  readonly kind?: 'number' | 'text' | 'grade' | 'yes';
}

/** Found again by their headers, in whatever order they come back. */
export const COLUMNS = [
  { header: '编号', width: 6, key: 'id' },
  { header: '版本', width: 6, key: 'version' },
  { header: '目标表', width: 24 },
  { header: '指标', width: 34 },
  { header: '指标值', width: 14 },
  { header: '上月', width: 12 },
  { header: '填报值', width: 12, field: 'value', kind: 'number' },
  { header: '分子', width: 10, field: 'numerator', kind: 'number' },
  { header: '分母', width: 10, field: 'denominator', kind: 'number' },
  { header: '等级', width: 10, field: 'grade', kind: 'grade' },
  { header: '系数', width: 8, field: 'coefficient', kind: 'number' },
  { header: '不适用', width: 8, field: 'notApplicable', kind: 'yes' },
  { header: '不适用原因', width: 20, field: 'notApplicableReason', kind: 'text' },
  { header: '偏差原因分析', width: 28, field: 'deviationReason', kind: 'text' },
  { header: '改进措施', width: 28, field: 'correctiveMeasure', kind: 'text' },
  { header: '备注', width: 20, field: 'note', kind: 'text' },
] as const satisfies readonly TemplateColumn[];

export const GRADE_WORDS: Readonly<Record<Grade, string>> = { achieved: '达成', partial: '部分达成', missed: '未达成' };
