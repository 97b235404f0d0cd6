import type { SheetKind } from '../../../domain/indicator.js';
import type { Wording } from './wording.js';

/** How the title of a target sheet or of a self-evaluation form ends. */
export const TITLE_ENDINGS: readonly Wording[] = [
  '绩效(总体|任务)(目标)(指标)(完成|实现)(情况)(申报|公开|批复|下达|自评|自评价|评价|监控|执行监控|运行监控|跟踪监控|汇总|备案|审核|调整|分解|评审|评分|考核)(结果|情况|打分|评分|指标)(汇总|明细|一览|审核|申报|批复)表',
  '目标(申报|批复|汇总|自评)表',
];

/** What else stands in the title says what kind of sheet it is; the first found counts. Other titles leave it to the head. */
export const TITLE_SUBJECTS: readonly (readonly [string, SheetKind])[] = [
  ['整体', 'department'],
  ['项目', 'project'],
  ['转移支付', 'project'],
  ['专项', 'project'],
  ['资金', 'project'],
  ['基金', 'project'],
  ['购买服务', 'project'],
  ['政策', 'project'],
];
