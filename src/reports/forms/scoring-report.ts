import type { Language } from '../../domain/domain-error.js';
import { exact, fixed } from '../../domain/exact.js';
import { LIGHTS } from '../../domain/outlook/light.js';
import { explain } from '../../domain/scoring/explain.js';
import type { LeagueLine, LossLine, OverdueLine, ReportContent, ReportedSheet } from '../content/report-content.js';
import { isBeforeFirst, isUnjudged } from '../../domain/scoring/unjudged.js';
import { label, mark, number, text, withMergedGroups } from '../model/cells.js';
import type { Part } from '../model/report-document.js';
import type { FormBody } from './form-body.js';
import {
  actualValue,
  forecastText,
  light,
  monthsTo,
  notJudged,
  percent,
  pointsAt,
  rating,
  type Say,
  sayIn,
  sheetName,
  shown,
  totalPoints,
} from './form-words.js';
import { allRows } from './scored-rows.js';

/** 绩效评分月报 of a sheet, a department or the whole installation. */
export function scoringReport(content: ReportContent, language: Language): FormBody {
  const say = sayIn(language);
  const { name, month, league, losses, overdue, sheets } = content;
  const whose = name ?? say('全部部门', 'All departments');
  return {
    title: say(`${whose}绩效评分月报`, `Scoring report: ${whose}`),
    subtitle: say(`（${month}，${monthsTo(month, language)}累计）`, `${month}, ${monthsTo(month, language)}`),
    orientation: 'landscape',
    parts: [
      leaguePart(league, language),
      ...(losses.length > 0 ? [lossPart(losses, language)] : []),
      ...(overdue.length > 0 ? [overduePart(overdue, say)] : []),
      ...sheets.map((sheet, index) => sheetPart(sheet, index, language)),
    ],
    signatures: [],
  };
}

function leaguePart(lines: readonly LeagueLine[], language: Language): Part {
  const say = sayIn(language);
  const head = [
    say('名次', 'Rank'),
    say('部门', 'Department'),
    say('绩效目标表', 'Sheet'),
    say('时序得分', 'Pace'),
    say('时序等级', 'Pace rating'),
    say('已得分', 'Earned'),
    say('满分', 'of'),
    say('折合得分', 'Normalised'),
    say('预算执行率', 'Budget execution'),
    ...LIGHTS.map((name) => light(name, language)),
    say('暂定', 'Provisional'),
  ];
  return {
    name: say('得分与排名', 'Scores'),
    columns: [5, 19, 22, 9, 9, 8, 7, 9, 10, 7, 7, 7, 9, 8],
    bands: [
      {
        head: [head.map((word) => label(word))],
        rows: lines.map((line) => [
          number(isJudged(line) ? `${line.rank}` : null),
          text(line.department),
          text(sheetName(line.project, language)),
          number(line.paceNormalised),
          mark(rating(line.paceRating, language)),
          number(isJudged(line) ? line.raw : null),
          number(shown(line.max)),
          number(line.normalised),
          mark(percent(line.executionRate)),
          ...LIGHTS.map((name) => number(`${line.lights[name]}`)),
          mark(isJudged(line) ? (line.provisional ? say('是', 'yes') : '') : notJudged(say)),
        ]),
      },
    ],
  };
}

/** Whether anything of the sheet could be judged in the month. */
const isJudged = ({ normalised, paceNormalised }: LeagueLine): boolean =>
  normalised !== null || paceNormalised !== null;

function lossPart(lines: readonly LossLine[], language: Language): Part {
  const say = sayIn(language);
  const head = [
    say('名次', 'Rank'),
    say('部门', 'Department'),
    say('绩效目标表', 'Sheet'),
    say('指标', 'Indicator'),
    say('时序扣分', 'Lost by pace'),
    say('已得分', 'Earned'),
    say('分值', 'Points'),
  ];
  return {
    name: say('时序扣分最多的指标', 'Biggest losses by pace'),
    columns: [6, 25, 27, 35, 10, 8, 8],
    bands: [
      {
        head: [head.map((word) => label(word))],
        rows: lines.map(({ department, project, indicator, lost, score, weight }, index) => [
          number(`${index + 1}`),
          text(department),
          text(sheetName(project, language)),
          text(indicator),
          number(fixed(exact(lost), 2)),
          number(score),
          number(shown(weight)),
        ]),
      },
    ],
  };
}

function overduePart(lines: readonly OverdueLine[], say: Say): Part {
  const head = [
    say('部门', 'Department'),
    say('股室', 'Section'),
    say('月份', 'Month'),
    say('项数', 'Count'),
    say('未完成填报的指标', 'Indicators without an approved entry'),
  ];
  return {
    name: say('逾期清单', 'Overdue'),
    columns: [22, 16, 9, 7, 60],
    bands: [
      {
        head: [head.map((word) => label(word))],
        rows: withMergedGroups(
          lines.map(({ department, section, month, indicators }) => ({
            groups: [department, section ?? '—'],
            cells: [mark(month), number(`${indicators.length}`), text(indicators.join(say('、', ', ')))],
          })),
        ),
      },
    ],
  };
}

function sheetPart(sheet: ReportedSheet, index: number, language: Language): Part {
  const say = sayIn(language);
  const { execution, max, normalised, rating: grade, pace, asOf } = sheet.score;
  const unjudged = isUnjudged(sheet.score);
  const forecast = forecastText(sheet.score.outlook, language);
  const head = [
    say('一级指标', 'Level 1'),
    say('二级指标', 'Level 2'),
    say('三级指标', 'Indicator'),
    say('股室', 'Section'),
    say('年度指标值', 'Target'),
    say('实际完成值', 'Actual'),
    say('分值', 'Points'),
    say('时序得分', 'Pace'),
    say('已得分', 'Earned'),
    say('状态', 'Light'),
    say('得分说明', 'Explanation'),
  ];
  return {
    name: `${index + 1} ${sheetName(sheet.project, language)}`,
    columns: [9, 10, 20, 11, 10, 10, 6, 8, 7, 9, 42],
    bands: [
      {
        head: [head.map((word) => label(word))],
        rows: [
          ...withMergedGroups(
            allRows(sheet).map(({ indicator, score }) => ({
              groups: [indicator.level1, indicator.level2],
              cells: [
                text(indicator.name),
                text(indicator.section),
                mark(indicator.raw),
                mark(actualValue(indicator, score, asOf, language)),
                number(shown(score.max)),
                number(score.pace.score),
                number(pointsAt(score, asOf)),
                mark(light(score.pace.light, language)),
                text(isBeforeFirst(score, asOf) ? notJudged(say) : explain(score, language)),
              ],
            })),
          ),
          [
            label(say('预算执行', 'Budget execution'), { across: 4 }),
            mark(execution.budget ?? '—'),
            mark(execution.spent ?? '—'),
            number(shown(execution.max)),
            number(pace.executionScore),
            number(execution.score),
            mark(percent(execution.rate)),
            text(''),
          ],
          [
            label(say('合计', 'Total'), { across: 6 }),
            number(shown(max)),
            number(pace.raw),
            number(totalPoints(sheet)),
            mark(unjudged ? notJudged(say) : rating(grade, language)),
            text(unjudged ? '' : say(`已得分折合 ${normalised ?? '—'} 分`, `earned, normalised: ${normalised ?? '—'}`)),
          ],
          [
            label(say('时序得分（不含未到期）', 'Pace, without what is not due'), { across: 6 }),
            number(shown(pace.max)),
            number(pace.normalised),
            number(null),
            mark(rating(pace.rating, language)),
            text(forecast && say(`年底预测 ${forecast}`, `Forecast for the year: ${forecast}`)),
          ],
        ],
      },
    ],
  };
}
