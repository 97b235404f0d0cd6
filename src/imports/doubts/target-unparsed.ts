import type { Message } from '../../domain/domain-error.js';
import { readTargetValue, type TargetQuestion } from '../../domain/printed/target-value.js';
import { isAsAbove } from '../../domain/printed/target-words.js';
import type { IndicatorDraft, SuggestedAnswer } from '../sheet-draft.js';
import { eachIndicator } from './doubt-check.js';

const WHY: Readonly<Record<TargetQuestion['code'], Message>> = {
  'target-unparsed': { zh: '无法识别', en: 'is not understood' },
  'date-unclear': { zh: '写的是日期或期间，不能确定最后期限', en: 'speaks of days, and not of one last day' },
  'period-unsupported': {
    zh: '按周、按天等周期提出，系统按月、季度、半年或全年考核',
    en: 'asks for it each week or day; months, quarters, half-years and years can be judged',
  },
  'number-approximate': { zh: '是约数', en: 'is no exact number' },
};

/** The printed target is kept as `raw`; what it means is for a person to say. */
export const targetUnparsed = eachIndicator('target-unparsed', (indicator, { fiscalYear, indicators }) => {
  const { name, comparator, raw } = indicator;
  if (comparator !== null) return null;
  const { code, suggestions } = readTargetValue(raw, fiscalYear).question ?? {
    code: 'target-unparsed' as const,
    suggestions: [],
  };
  const why =
    raw === '' ? { zh: '为空', en: 'is blank' } : { zh: `“${raw}”${WHY[code].zh}`, en: `(“${raw}”) ${WHY[code].en}` };
  const zh = `指标“${name}”的指标值${why.zh}。请填写比较符、数值和单位。`;
  const en = `The target of “${name}” ${why.en}. Enter comparison, number and unit.`;
  const above = isAsAbove(raw) ? asAbove(indicators.slice(0, indicators.indexOf(indicator))) : [];
  const meant = [...above, ...suggestions].map((target) =>
    answer({ zh: `按“${target}”`, en: `take it as “${target}”` }, { target }),
  );
  const inWords = answer({ zh: '按定性目标处理', en: 'take it as words' }, { qualitative: true });
  return { code, severity: 'error', message: { zh, en }, answers: raw === '' ? undefined : [...meant, inWords] };
});

/** What the nearest row above says that says it itself. */
const asAbove = (rows: readonly IndicatorDraft[]): string[] => {
  const said = rows.findLast(({ raw }) => !isAsAbove(raw));
  return said === undefined || said.comparator === null || said.qualitative ? [] : [said.raw];
};

const answer = (label: Message, value: SuggestedAnswer['value']): SuggestedAnswer => ({
  label,
  part: 'decisions',
  value,
});
