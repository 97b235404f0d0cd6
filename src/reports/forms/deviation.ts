import type { ReportedIndicator } from '../content/report-content.js';
import { endedText, type Say } from './form-words.js';

/** 偏差原因分析及改进措施 in one cell, and why an indicator has ended. */
export function deviation(indicator: ReportedIndicator, say: Say): string {
  const { deviationReason, correctiveMeasure } = indicator;
  const measure = correctiveMeasure && say(`改进措施：${correctiveMeasure}`, `Correction: ${correctiveMeasure}`);
  return [deviationReason, measure, endedText(indicator, say)].filter(Boolean).join('\n');
}

/** The official causes of a deviation, in the order of the monitoring form. */
export const CAUSES = ['经费保障', '制度保障', '人员保障', '硬件条件保障'] as const;
type Cause = (typeof CAUSES)[number];

/** The causes that a reason names; a reason that names none of them is 其他. */
export function causesOf(reason: string | null): readonly (Cause | '其他')[] {
  if (!reason) return [];
  const named = CAUSES.filter((cause) => reason.includes(cause));
  return named.length > 0 ? named : ['其他'];
}
