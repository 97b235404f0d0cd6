import type { Texts } from '../../../i18n/texts.js';

export const goalsTexts = {
  goals: {
    title: ['年度绩效目标', 'Goals of the year'],
    none: ['文件没有写明年度绩效目标。', 'The document names no goals in prose.'],
    unlinked: ['没有关联指标', 'no indicator linked'],
    link: ['关联指标', 'Link indicators'],
    linkOf: ['关联指标：目标 {{number}}', 'Link indicators: goal {{number}}'],
    linkDoes: [
      '所选指标的亮灯显示这个目标的进展，印在自评表和报告里；关联后，只有这些指标所属股室的填报人能写它的完成情况。得分不变。',
      'Their lights show whether the goal is reached, in forms and reports, too. Reporters of their sections alone write its monthly line then. Points stay.',
    ],
    indicators: ['显示这个目标的指标', 'Indicators that show it'],
    save: ['保存', 'Save'],
    linkTheirs: ['对方关联了：{{names}}', 'Theirs: {{names}}'],
    nothing: ['（没有）', '(none)'],
    line: ['{{month}}完成情况：', 'What was done by {{month}}: '],
    noLine: ['{{month}}还没有写完成情况。', 'Nothing is written for {{month}} yet.'],
    last: ['最近（{{month}}）：{{text}}', 'Lately ({{month}}): {{text}}'],
    write: ['填写', 'Write'],
    change: ['修改', 'Change'],
    writeOf: ['填写完成情况：目标 {{number}}', 'Write what was done: goal {{number}}'],
    changeOf: ['修改完成情况：目标 {{number}}', 'Change what was done: goal {{number}}'],
    dialog: ['{{month}}目标完成情况', 'What was done for the goal, {{month}}'],
    writeDoes: [
      '印在自评表的“实际完成情况”；每次保存都保留原来的文字。',
      'The self-evaluation form prints it. Every wording is kept.',
    ],
    text: ['完成情况', 'What was done'],
    theirs: ['对方写的：{{text}}', 'Theirs: {{text}}'],
    history: ['历史', 'History'],
    historyOf: ['历史：目标 {{number}}', 'History: goal {{number}}'],
    historyTitle: ['{{month}}完成情况的历次文字', 'Wordings of {{month}}'],
    by: ['{{name}}，{{at}}', '{{name}}, {{at}}'],
  },
} as const satisfies Texts;
