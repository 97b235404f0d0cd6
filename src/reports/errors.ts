import { monthName } from '../domain/calendar/month-name.js';
import { type Month, yearOf } from '../domain/calendar/month.js';
import { DomainError, errorAt } from '../domain/domain-error.js';
import type { Report } from './report.entity.js';

export const monthNotBegun = (month: Month): DomainError =>
  new DomainError('unfit', 'month-not-begun', {
    zh: `${monthName(month).zh}还没有开始，不能出具报告。`,
    en: `${monthName(month).en} has not begun; there is nothing to report yet.`,
  });

export const nothingToReport = (month: Month): DomainError =>
  new DomainError('unfit', 'nothing-to-report', {
    zh: `${yearOf(month)} 年度没有绩效目标表，不能出具${monthName(month).zh}的报告。`,
    en: `There are no target sheets for ${yearOf(month)}, so there is no report for ${monthName(month).en}.`,
  });

export const sheetRequired = (): DomainError =>
  errorAt('/sheetId', 'unfit', 'sheet-required', {
    zh: '自评表和监控表按绩效目标表填写，须给出 sheetId。',
    en: 'Self-evaluation and monitoring forms are filled in for one sheet: give sheetId.',
  });

export const reasonRequired = ({ version, month }: Pick<Report, 'version' | 'month'>): DomainError =>
  errorAt('/reason', 'unfit', 'reason-required', {
    zh: `${monthName(month).zh}的报告已有第 ${version} 版，数据有变；出具新版须说明原因。`,
    en: `Version ${version} of the report for ${monthName(month).en} exists and figures have changed since; give a reason for a new version.`,
  });

export const inputNotKept = (): DomainError =>
  new DomainError('not-found', 'input-not-kept', {
    zh: '这份报告由早期版本出具，当时没有保存计分所依据的数据，不能重新计算；报告本身不受影响。',
    en: 'An early version issued this report and did not keep what its scores were computed from, so it cannot be computed again; the report itself stands.',
  });
