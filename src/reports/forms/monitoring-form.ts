import type { Month } from '../../domain/calendar/month.js';
import type { Language } from '../../domain/domain-error.js';
import { isBeforeFirst } from '../../domain/scoring/unjudged.js';
import { POSSIBILITIES } from '../../domain/outlook/possibility.js';
import type { ReportedSheet } from '../content/report-content.js';
import { label, mark, number, text, withMergedGroups } from '../model/cells.js';
import type { Band, Row } from '../model/report-document.js';
import { CAUSES, causesOf } from './deviation.js';
import type { FormBody } from './form-body.js';
import { actualValue, endedText, monthsTo, percent, type Say, sayIn, sheetName } from './form-words.js';
import { type FundsLine, fundsOf } from './funds.js';
import { officialForm } from './official-form.js';
import { allRows, type IndicatorRow } from './scored-rows.js';
import { expectedSpending, expectedValue } from './year-end.js';

/**
 * 一级, 二级, 三级指标, 年度指标值, 1–N月执行情况, 全年预计完成情况, 偏差原因 (经费保障, 制度保障, 人员保障,
 * 硬件条件保障, 其他, 说明), 完成目标可能性 (确定能, 有可能, 完全不可能), 备注.
 */
const COLUMNS = [8, 9, 17, 9, 9, 9, 4, 4, 4, 5, 4, 16, 5, 5, 6, 12];
const TICK = '√';

/** 绩效目标执行监控表 (预算绩效监控管理暂行办法, 财预〔2019〕136号, annex). */
export function monitoringForm(sheet: ReportedSheet, language: Language): FormBody {
  const say = sayIn(language);
  const months = monthsTo(sheet.score.asOf, language);
  return officialForm(sheet, language, {
    title:
      sheet.kind === 'project'
        ? say('项目支出绩效目标执行监控表', 'Monitoring of the targets of a project')
        : say('部门整体绩效目标执行监控表', 'Monitoring of the targets of a whole department'),
    orientation: 'landscape',
    name: say('监控表', 'Monitoring'),
    columns: COLUMNS,
    bands: [
      headBand(sheet, language),
      fundsBand(sheet, months, say),
      goalsBand(sheet, say),
      indicatorBand(sheet, months, language),
    ],
    head: say('单位负责人', 'Head'),
  });
}

function headBand({ project, superior, department }: ReportedSheet, language: Language): Band {
  const say = sayIn(language);
  return {
    head: [],
    rows: [
      [label(say('项目名称', 'Project'), { across: 2 }), text(sheetName(project, language), { across: 14 })],
      [
        label(say('主管部门', 'Superior department'), { across: 2 }),
        text(superior, { across: 4 }),
        label(say('实施单位', 'Implementing body'), { across: 5 }),
        text(department, { across: 5 }),
      ],
    ],
  };
}

function fundsBand(sheet: ReportedSheet, months: string, say: Say): Band {
  const { total, fiscal, carriedOver, other } = fundsOf(sheet);
  const line = (word: string, { planned, spent, rate }: FundsLine, expected: string | null = null): Row => [
    label(word, { across: 2 }),
    number(planned, { across: 2 }),
    number(spent, { across: 5 }),
    mark(percent(rate), { across: 3 }),
    number(expected, { across: 3 }),
    // 备注 stands below the funds too: the columns are those of the indicators.
  ];
  return {
    head: [],
    rows: [
      [
        label(say('项目资金\n（万元）', 'Funds\n(10,000 yuan)'), { down: 5 }),
        label('', { across: 2 }),
        label(say('年初预算数', 'Initial budget'), { across: 2 }),
        label(say(`${months}执行数`, `Spent, ${months}`), { across: 5 }),
        label(say('执行率', 'Rate'), { across: 3 }),
        label(say('全年预计执行数', 'Expected for the year'), { across: 3 }),
      ],
      line(say('年度资金总额', 'Total'), total, expectedSpending(sheet)),
      line(say('其中：财政拨款', 'of it fiscal'), fiscal),
      line(say('上年结转资金', 'carried over'), carriedOver),
      line(say('其他资金', 'other'), other),
    ],
  };
}

const goalsBand = ({ goals }: ReportedSheet, say: Say): Band => ({
  head: [],
  rows: [
    [
      label(say('年度总体目标', 'Goals of the year'), { across: 2 }),
      text(goals.map((goal) => goal.text).join('\n'), { across: 14 }),
    ],
  ],
});

function indicatorBand(sheet: ReportedSheet, months: string, language: Language): Band {
  const say = sayIn(language);
  const tall = (zh: string, en: string) => label(say(zh, en), { down: 2 });
  return {
    head: [
      [
        tall('一级指标', 'Level 1'),
        tall('二级指标', 'Level 2'),
        tall('三级指标', 'Indicator'),
        tall('年度指标值', 'Target'),
        tall(`${months}执行情况`, `Reached, ${months}`),
        tall('全年预计完成情况', 'Expected for the year'),
        label(say('偏差原因', 'Causes of deviation'), { across: 6 }),
        label(say('完成目标可能性', 'Possibility'), { across: 3 }),
        tall('备注', 'Notes'),
      ],
      [
        say('经费保障', 'funds'),
        say('制度保障', 'rules'),
        say('人员保障', 'staff'),
        say('硬件条件保障', 'equipment'),
        say('其他', 'other'),
        say('说明', 'explanation'),
        say('确定能', 'certain'),
        say('有可能', 'possible'),
        say('完全不可能', 'impossible'),
      ].map((word) => label(word)),
    ],
    rows: withMergedGroups(
      allRows(sheet).map((row) => ({
        groups: [row.indicator.level1, row.indicator.level2],
        cells: indicatorCells(row, sheet.score.asOf, language),
      })),
    ),
  };
}

function indicatorCells({ indicator, score }: IndicatorRow, asOf: Month, language: Language): Row {
  // Nobody judged what nobody was asked for.
  const possibility = isBeforeFirst(score, asOf) ? null : score.pace.possibility;
  const causes = causesOf(indicator.deviationReason);
  return [
    text(indicator.name),
    mark(indicator.raw),
    mark(actualValue(indicator, score, asOf, language)),
    mark(expectedValue(indicator, score, asOf, language)),
    ...[...CAUSES, '其他' as const].map((cause) => mark(causes.includes(cause) ? TICK : '')),
    text(indicator.deviationReason),
    ...POSSIBILITIES.map((one) => mark(possibility === one ? TICK : '')),
    text([indicator.correctiveMeasure, endedText(indicator, sayIn(language))].filter(Boolean).join('\n')),
  ];
}
