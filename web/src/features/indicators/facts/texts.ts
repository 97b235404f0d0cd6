import type { Texts } from '../../../i18n/texts.js';

export const indicatorFactsTexts = {
  indicatorFacts: {
    title: ['基本信息', 'About the indicator'],
    section: ['责任股室', 'Section'],
    weight: ['分值', 'Weight'],
    rule: ['赋分规则', 'Rule'],
    aggregation: ['汇总方式', 'How months add up'],
    due: ['填报月份', 'Asked for'],
    everyMonth: ['逐月', 'every month'],
    everyPeriod: ['按期', 'each period'],
    onceIn: ['每年{{month}}月', 'once, in month {{month}}'],
    until: ['至{{month}}终止：{{reason}}', 'ends with {{month}}: {{reason}}'],
    core: ['核心指标', 'Core indicator'],
    yes: ['是', 'yes'],
    no: ['否', 'no'],
    basis: ['设定依据', 'Basis'],
    evidence: ['佐证资料', 'Evidence'],
    shared: ['共用数据', 'Shared value'],
    sharedWith: ['“{{name}}”填报一次，同时用于：', '“{{name}}” is entered once, also for:'],
    goals: ['所属年度目标', 'Goals it shows'],
    change: ['修改', 'Change'],
    dialog: ['修改指标：{{name}}', 'Change the indicator: {{name}}'],
    does: [
      '改责任股室：此后由新股室填报、收到催报，已填的数据不变。改汇总方式或填报月份：全年得分按新方式重算。目标、分值、规则请用“调整目标”。',
      'Another section enters it and is reminded from then on; what was entered stays. Another way of adding up, or another month, scores the whole year anew. Targets, weights and rules change by a revision.',
    ],
    settled: ['填报方式已定，汇总方式不能改。', 'What is entered is settled, and so is how months add up.'],
    dueHint: [
      '全年只报一次时，选择填报的月份；逐月填报的留空。',
      'The month, where it is entered once a year; empty: every month.',
    ],
    save: ['保存', 'Save'],
    theirs: [
      '对方保存：责任股室 {{section}}，汇总方式 {{aggregation}}，填报月份 {{due}}',
      'Theirs: section {{section}}, months add up by {{aggregation}}, asked for {{due}}',
    ],
  },
} as const satisfies Texts;
