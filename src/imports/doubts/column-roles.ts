import type { Message } from '../../domain/domain-error.js';
import type { ColumnRole } from '../recognisers/vocabulary/column-words.js';

/** What a column was taken for, as doubts say it. */
export const COLUMN_ROLES: Readonly<Partial<Record<ColumnRole, Message>>> = {
  level1: { zh: '一级指标', en: 'level 1' },
  level2: { zh: '二级指标', en: 'level 2' },
  name: { zh: '指标名称', en: 'the name of the indicator' },
  comparator: { zh: '比较符', en: 'the comparison' },
  target: { zh: '指标值', en: 'the target' },
  adjusted: { zh: '调整后指标值', en: 'the adjusted target' },
  longTerm: { zh: '实施期指标值', en: 'the target of the longer period' },
  unit: { zh: '计量单位', en: 'the unit' },
  basis: { zh: '设定依据', en: 'the basis' },
  previous: { zh: '上年完成值', en: 'last year’s value' },
  weight: { zh: '分值', en: 'the points' },
  weight1: { zh: '一级指标分值', en: 'the points of level 1' },
  weight2: { zh: '二级指标分值', en: 'the points of level 2' },
  rule: { zh: '评分规则', en: 'the scoring rule' },
  evidence: { zh: '佐证资料', en: 'the evidence' },
  actual: { zh: '实际完成值', en: 'the value reached' },
  score: { zh: '得分', en: 'the score' },
  section: { zh: '责任科室', en: 'the section in charge' },
  department: { zh: '部门', en: 'the department' },
  project: { zh: '项目名称', en: 'the project' },
  amount: { zh: '资金', en: 'the funding' },
  goal: { zh: '绩效目标', en: 'the goal' },
};
