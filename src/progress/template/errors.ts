import { DomainError, errorAt, type Language, type Message, type Problem } from '../../domain/domain-error.js';
import type { Month } from '../../domain/calendar/month.js';

const refusal = (code: string, message: Message, pointer: string | null = null): DomainError =>
  pointer === null ? new DomainError('unfit', code, message) : errorAt(pointer, 'unfit', code, message);

const AGAIN = { zh: '请重新下载模板填写。', en: 'Download the template again and fill that in.' };

export const notAWorkbook = (): DomainError =>
  refusal('format-unsupported', {
    zh: `文件不是 XLSX 工作簿。${AGAIN.zh}`,
    en: `The file is no XLSX workbook. ${AGAIN.en}`,
  });

export const notATemplate = (): DomainError =>
  refusal('template-unknown', {
    zh: `这个工作簿不是本系统的填报模板。${AGAIN.zh}`,
    en: `The workbook is no template of this service. ${AGAIN.en}`,
  });

export const oldTemplate = (): DomainError =>
  refusal('template-outdated', {
    zh: `模板的版本已过时。${AGAIN.zh}`,
    en: `The template is of an old version. ${AGAIN.en}`,
  });

export const otherMonth = (found: Month, wanted: Month): DomainError =>
  refusal('template-other-month', {
    zh: `这是 ${found.slice(0, 20)} 的模板，不能用于填报 ${wanted}。请下载 ${wanted} 的模板。`,
    en: `This is the template of ${found.slice(0, 20)}; it cannot be used for ${wanted}. Download the one of ${wanted}.`,
  });

export const headerUnfit = (address: string | null, zh: string, en: string): DomainError =>
  refusal(
    'template-columns',
    {
      zh: `模板的列被改动：${zh}。列可以换位置，不能增删、改名或合并。`,
      en: `The columns were changed: ${en}. Columns may be moved, but not added, removed, renamed or merged.`,
    },
    address,
  );

export const tooManyRows = (found: number, most: number): DomainError =>
  refusal('template-too-long', {
    zh: `工作表有 ${found} 行，最多 ${most} 行。请删除多余的行后重试。`,
    en: `The worksheet has ${found} rows; at most ${most} are read. Delete what does not belong there.`,
  });

export const tooManyIndicators = (most: number): DomainError =>
  refusal('template-too-long', {
    zh: `需填报的指标超过 ${most} 项，一个模板放不下。请按部门或股室分别下载。`,
    en: `More than ${most} indicators are to be entered, too many for one template. Download one for each department or section.`,
  });

/** All that is wrong with a row that cannot even be tried, in one answer. */
export function rowUnreadable(problems: readonly Problem[]): DomainError {
  const said = (language: Language) => problems.map(({ message }) => message[language]).join(' ');
  return new DomainError('unfit', 'row-unreadable', { zh: said('zh'), en: said('en') }, problems);
}
