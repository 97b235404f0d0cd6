import { eachSheet } from './doubt-check.js';

const MOST_NAMES = 5;

/** The table prints a longer period (实施期) beside the year or below it: the year is judged, the other kept beside it. */
export const twoPeriods = eachSheet('two-periods', ({ draft, headers, longTerm }) => {
  const kept = draft.indicators.filter(({ longTerm: text }) => text !== null).length;
  const isAssumed = headers.some(({ isPeriodAssumed }) => isPeriodAssumed);
  if (kept === 0 && longTerm.length === 0) return [];
  const names = longTerm.slice(0, MOST_NAMES).map(({ name, text }) => `${name} ${text === name ? '' : text}`.trim());
  const alone =
    longTerm.length === 0
      ? { zh: '', en: '' }
      : {
          zh: `只有长期目标、没有年度目标的 ${longTerm.length} 项未作为本年指标：${names.join('、')}。`,
          en: ` ${longTerm.length} have a longer-term target only and are no indicators of the year: ${names.join(', ')}.`,
        };
  const order = isAssumed
    ? {
        zh: '表头没有写明哪一列是年度，按先长期、后年度读取，请核对。',
        en: ' The header does not say which is the year; the second was taken. Please check.',
      }
    : { zh: '', en: '' };
  const zh = `该表有两个时期的目标，按年度目标导入，长期目标另存（${kept} 项）。${alone.zh}${order.zh}`;
  const en = `The table has targets for two periods: the year's were imported, ${kept} longer-term targets are kept beside them.${alone.en}${order.en}`;
  return [
    {
      severity: isAssumed || longTerm.length > 0 ? 'warning' : 'info',
      message: { zh, en },
      source: longTerm[0]?.source,
    },
  ];
});
