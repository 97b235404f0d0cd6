import type { Language } from '../../domain/domain-error.js';
import { label, mark, number, text, withMergedGroups } from '../model/cells.js';
import type { Band, Row } from '../model/report-document.js';
import type { ReportedSheet } from '../content/report-content.js';
import { actualValue, percent, pointsAt, type Say, sayIn, shown, totalPoints } from './form-words.js';
import { type FundsLine, fundsOf } from './funds.js';
import { deviation } from './deviation.js';
import type { FormBody } from './form-body.js';
import { officialForm } from './official-form.js';
import { scoredRows } from './scored-rows.js';

/** 一级, 二级, 三级指标, 年度指标值, 实际完成值, 分值, 得分, 偏差原因分析及改进措施. */
const COLUMNS = [11, 13, 21, 13, 13, 8, 9, 20];

/** 项目支出绩效自评表 (财预〔2020〕10号, annex 1). */
export function projectSelfEvaluation(sheet: ReportedSheet, language: Language): FormBody {
  const say = sayIn(language);
  return officialForm(sheet, language, {
    title: say('项目支出绩效自评表', 'Self-evaluation of project expenditure'),
    orientation: 'portrait',
    name: say('自评表', 'Self-evaluation'),
    columns: COLUMNS,
    bands: [headBand(sheet, say), fundsBand(sheet, say), goalsBand(sheet, say), indicatorBand(sheet, language)],
    head: say('单位负责人', 'Head'),
  });
}

const headBand = ({ project, superior, department }: ReportedSheet, say: Say): Band => ({
  head: [],
  rows: [
    [label(say('项目名称', 'Project')), text(project, { across: 7 })],
    [
      label(say('主管部门', 'Superior department')),
      text(superior, { across: 3 }),
      label(say('实施单位', 'Implementing body')),
      text(department, { across: 3 }),
    ],
  ],
});

function fundsBand(sheet: ReportedSheet, say: Say): Band {
  const { total, fiscal, carriedOver, other } = fundsOf(sheet);
  const { execution } = sheet.score;
  const points = [number(shown(execution.max)), mark(percent(execution.rate)), number(execution.score)];
  const noPoints = [mark('—'), mark('—'), mark('—')];
  return {
    head: [],
    rows: [
      [
        label(say('项目资金\n（万元）', 'Funds\n(10,000 yuan)'), { down: 5 }),
        label(''),
        ...[
          say('年初预算数', 'Initial budget'),
          say('全年预算数', 'Budget of the year'),
          say('全年执行数', 'Spent'),
          say('分值', 'Points'),
          say('执行率', 'Rate'),
          say('得分', 'Score'),
        ].map((word) => label(word)),
      ],
      [label(say('年度资金总额', 'Total')), ...amounts(total), ...points],
      [label(say('其中：财政拨款', 'of it fiscal')), ...amounts(fiscal), ...noPoints],
      [label(say('上年结转资金', 'carried over')), ...amounts(carriedOver), ...noPoints],
      [label(say('其他资金', 'other')), ...amounts(other), ...noPoints],
    ],
  };
}

const amounts = ({ planned, adjusted, spent }: FundsLine): Row => [planned, adjusted, spent].map((sum) => number(sum));

const goalsBand = ({ goals }: ReportedSheet, say: Say): Band => ({
  head: [],
  rows: [
    [
      label(say('年度总体目标', 'Goals of the year'), { down: 1 + Math.max(1, goals.length) }),
      label(say('预期目标', 'Expected'), { across: 4 }),
      label(say('实际完成情况', 'Reached'), { across: 3 }),
    ],
    ...(goals.length > 0 ? goals : [{ text: '', progress: null }]).map((goal) => [
      text(goal.text, { across: 4 }),
      text(goal.progress, { across: 3 }),
    ]),
  ],
});

function indicatorBand(sheet: ReportedSheet, language: Language): Band {
  const say = sayIn(language);
  const { max, asOf } = sheet.score;
  const total = [number(shown(max)), number(totalPoints(sheet))];
  return {
    head: [
      [
        say('一级指标', 'Level 1'),
        say('二级指标', 'Level 2'),
        say('三级指标', 'Indicator'),
        say('年度指标值', 'Target'),
        say('实际完成值', 'Actual'),
        say('分值', 'Points'),
        say('得分', 'Score'),
        say('偏差原因分析及改进措施', 'Deviation and correction'),
      ].map((word) => label(word)),
    ],
    rows: [
      ...withMergedGroups(
        scoredRows(sheet).map(({ indicator, score }) => ({
          groups: [indicator.level1, indicator.level2],
          cells: [
            text(indicator.name),
            mark(indicator.raw),
            mark(actualValue(indicator, score, asOf, language)),
            number(shown(score.max)),
            number(pointsAt(score, asOf)),
            text(deviation(indicator, say)),
          ],
        })),
      ),
      [label(say('总分', 'Total'), { across: 5 }), ...total, text('')],
    ],
  };
}
