import type { Language } from '../../domain/domain-error.js';
import { POSSIBILITY_NAMES } from '../../domain/names.js';
import type { ReportContent, ReportedSheet } from '../content/report-content.js';
import {
  actualValue,
  forecastText,
  light,
  percent,
  policyTitle,
  rating,
  type Say,
  sayIn,
  sheetName,
  shown,
} from '../forms/form-words.js';
import { allRows } from '../forms/scored-rows.js';
import { expectedSpending, expectedValue } from '../forms/year-end.js';

/** One thing that a report says: of which sheet and indicator, what, and how. */
export interface Statement {
  readonly sheet: string | null;
  readonly indicator: string | null;
  readonly what: string;
  readonly value: string;
}

/** Everything that a report says, in its order. */
export function statementsOf(content: ReportContent, language: Language): Statement[] {
  const say = sayIn(language);
  return [
    {
      sheet: null,
      indicator: null,
      what: say('状态', 'State'),
      value: content.draft ? say('草稿', 'draft') : say('正式', 'final'),
    },
    ...leagueStatements(content, language),
    ...content.sheets.flatMap((sheet) => [
      ...sheetStatements(sheet, language),
      ...indicatorStatements(sheet, language),
    ]),
    ...overdueStatements(content, say),
  ];
}

/** A report without whole sheets, that of the installation, still has a line for each. */
function leagueStatements({ league, sheets }: ReportContent, language: Language): Statement[] {
  if (sheets.length > 0) return [];
  const say = sayIn(language);
  return league.flatMap(({ department, project, raw, max, normalised, rating: grade, paceNormalised }) => {
    const sheet = `${department} ${sheetName(project, language)}`;
    return [
      { sheet, indicator: null, what: say('时序得分', 'Pace'), value: paceNormalised ?? '—' },
      { sheet, indicator: null, what: say('得分', 'Score'), value: `${raw} / ${shown(max)}` },
      { sheet, indicator: null, what: say('折合得分', 'Normalised'), value: normalised ?? '—' },
      { sheet, indicator: null, what: say('等级', 'Rating'), value: rating(grade, language) },
    ];
  });
}

function sheetStatements(sheet: ReportedSheet, language: Language): Statement[] {
  const { project, score, funding, responsible, goals } = sheet;
  const say = sayIn(language);
  const { raw, max, normalised, provisional, execution, policy } = score;
  const values: [string, string][] = [
    [say('评分政策', 'Policy'), `${policyTitle(sheet)[language]} ${policy.version}`],
    [say('责任人', 'Responsible'), [responsible.name, responsible.phone].filter(Boolean).join(' ')],
    [say('年初预算数', 'Initial budget'), funding.total ?? '—'],
    [say('预算数', 'Budget'), execution.budget ?? '—'],
    [say('执行数', 'Spent'), execution.spent ?? '—'],
    [say('执行率', 'Execution rate'), percent(execution.rate)],
    [say('时序得分', 'Pace'), score.pace.normalised ?? '—'],
    [say('得分', 'Score'), `${raw} / ${shown(max)}`],
    [say('折合得分', 'Normalised'), normalised ?? '—'],
    [say('等级', 'Rating'), rating(score.rating, language)],
    [say('年底预测', 'Outlook'), forecastText(score.outlook, language) ?? '—'],
    [say('全年预计执行数', 'Expected spending'), expectedSpending(sheet) ?? '—'],
    [say('暂定', 'Provisional'), provisional ? say('是', 'yes') : say('否', 'no')],
    ...goals.flatMap(({ text, progress }, place): [string, string][] => [
      [say(`目标 ${place + 1}`, `Goal ${place + 1}`), text],
      [say(`目标 ${place + 1} 完成情况`, `Goal ${place + 1}, reached`), progress ?? '—'],
    ]),
  ];
  const place = { sheet: sheetName(project, language), indicator: null };
  return values.map(([what, value]) => ({ ...place, what, value }));
}

function indicatorStatements(sheet: ReportedSheet, language: Language): Statement[] {
  const say = sayIn(language);
  const { asOf } = sheet.score;
  return allRows(sheet).flatMap(({ indicator, score }) => {
    const values: [string, string][] = [
      [say('股室', 'Section'), indicator.section ?? '—'],
      [say('年度指标值', 'Target'), indicator.raw],
      [say('实际完成值', 'Actual'), actualValue(indicator, score, asOf, language)],
      [say('分值', 'Points'), shown(score.max)],
      [say('得分', 'Score'), score.score ?? '—'],
      [say('状态', 'Light'), light(score.pace.light, language)],
      [say('全年预计完成', 'Expected'), expectedValue(indicator, score, asOf, language)],
      [
        say('完成目标可能性', 'Possibility'),
        score.pace.possibility ? POSSIBILITY_NAMES[score.pace.possibility][language] : '—',
      ],
      [say('偏差原因', 'Reason'), indicator.deviationReason ?? '—'],
      [say('改进措施', 'Correction'), indicator.correctiveMeasure ?? '—'],
      [say('核心指标', 'Core'), indicator.core ? say('是', 'yes') : say('否', 'no')],
    ];
    const place = { sheet: sheetName(sheet.project, language), indicator: indicator.name };
    return values.map(([what, value]) => ({ ...place, what, value }));
  });
}

const overdueStatements = ({ overdue }: ReportContent, say: Say): Statement[] =>
  overdue.map(({ department, section, month, indicators }) => ({
    sheet: null,
    indicator: null,
    what: say(`逾期：${department} ${section ?? ''} ${month}`, `Overdue: ${department} ${section ?? ''} ${month}`),
    value: indicators.join(say('、', ', ')),
  }));
