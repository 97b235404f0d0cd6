import type { Texts } from '../../../i18n/texts.js';

export const whatIfTexts = {
  whatIf: {
    open: ['年底完成情况测算', 'What if …'],
    title: ['年底完成情况测算', 'What if the year ended with …'],
    now: ['目前 {{score}}', 'now {{score}}'],
    reset: ['还原', 'Reset'],
    hint: [
      '拖动滑块，看年底能得多少分；不影响目标表。可以把各指标的假设保存为情景（预算执行除外）。未拖动的按年底预测计分（滑块停在预测值上）；尚无法预测的，如年底测评，按目前的数据。',
      'Move a slider to see what the year would bring; the sheet stays as it is. What is assumed of indicators (not of execution) can be saved as a scenario. What was not moved ends as it is forecast, where its slider stands; what nobody can foresee, such as a survey of December, counts as it stands.',
    ],
    unit: ['万元', '× 10,000 yuan'],
    saved: ['已保存的情景', 'Saved scenarios'],
    name: ['情景名称', 'Name of the scenario'],
    save: ['保存', 'Save'],
    scored: ['年底 {{score}} 分', '{{score}} at the year’s end'],
    update: ['更新', 'Update'],
    updateNamed: ['用目前的假设更新情景 {{name}}', 'Update scenario {{name}} with what is assumed now'],
    updateConfirm: [
      '用目前滑块的假设替换情景“{{name}}”？',
      'Replace scenario “{{name}}” with what the sliders assume now?',
    ],
    remove: ['删除', 'Delete'],
    removeNamed: ['删除情景 {{name}}', 'Delete scenario {{name}}'],
    removeConfirm: ['删除情景“{{name}}”？', 'Delete scenario “{{name}}”?'],
  },
} as const satisfies Texts;
