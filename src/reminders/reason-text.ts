import type { Language } from '../domain/domain-error.js';
import type { LocalDate } from '../domain/working-days.js';
import type { AlertReason, DigestLine } from './digest-line.js';
import type { AlertRule } from './reminder-rules.js';

type Told = Pick<DigestLine, 'rule' | 'subject' | 'dueDate' | 'reason'>;

/** Why somebody is told today, as a sentence. */
export function reasonText({ rule, subject, dueDate, reason }: Told, today: LocalDate, language: Language): string {
  const zh = language === 'zh';
  if ('owed' in reason) {
    const count = reason.owed.reduce((sum, { indicators }) => sum + indicators, 0);
    if (zh)
      return `${subject} 尚欠 ${count} 项，${dueDate < today ? '已于' : '应于'} ${dueDate} ${dueDate < today ? '到期' : '前提交'}。`;
    return `${count} entries of ${subject} are owed; ${dueDate < today ? 'they were due' : 'due'} ${dueDate}.`;
  }
  if ('entries' in reason) {
    return zh
      ? `${subject} 有 ${reason.entries} 项待审核，最早提交于 ${reason.since}。`
      : `${reason.entries} entries of ${subject} wait for approval, the oldest since ${reason.since}.`;
  }
  if ('year' in reason) {
    return zh
      ? `${reason.year} 年的节假日安排尚未录入，暂按周一至周五推算。`
      : `The holidays of ${reason.year} have not been entered; Monday to Friday is taken for now.`;
  }
  return ALERTS[rule as AlertRule][language](reason);
}

type AlertWords = Record<Language, (reason: AlertReason) => string>;

const ALERTS: Record<AlertRule, AlertWords> = {
  'light-red': {
    zh: ({ what, month }) => `“${what ?? ''}”在 ${month} 转为红灯。`,
    en: ({ what, month }) => `“${what ?? ''}” turned red in ${month}.`,
  },
  'all-or-nothing': {
    zh: ({ what, month, figure, cause }) =>
      `“${what ?? ''}”为直接赋分，${
        {
          forecast: '按目前进度将达不到目标',
          draft: `${month} 目前填写的数达不到目标`,
          missing: `${month} 尚未填报且即将到期`,
        }[cause ?? 'forecast']
      }，${figure ?? ''} 分可能全失。`,
    en: ({ what, month, figure, cause }) =>
      `“${what ?? ''}” is all or nothing: ${
        {
          forecast: 'at the present rate it misses its target',
          draft: `as entered so far ${month} misses its target`,
          missing: `${month} is not entered yet and due shortly`,
        }[cause ?? 'forecast']
      }; ${figure ?? ''} points are in danger.`,
  },
  'ceiling-breach': {
    zh: ({ what, figure }) => `“${what ?? ''}”预计 ${figure ?? ''} 突破上限。`,
    en: ({ what, figure }) => `“${what ?? ''}” is expected to pass its ceiling in ${figure ?? ''}.`,
  },
  'execution-lag': {
    zh: ({ what, figure }) => `“${what ?? '部门整体'}”预算执行落后时间进度 ${figure ?? ''} 个百分点。`,
    en: ({ what, figure }) =>
      `Budget execution of “${what ?? 'the department'}” is ${figure ?? ''} points behind the year.`,
  },
};
