import type { Texts } from '../../../i18n/texts.js';

export const headTexts = {
  sheetHead: {
    change: ['修改表头', 'Change the head'],
    dialog: ['修改表头', 'Change the head of the sheet'],
    responsibleName: ['负责人', 'Responsible'],
    responsibleHint: ['印在自评表等表格上；留空则不印。', 'It is printed in the forms; empty: nobody is named.'],
    evidenceRequired: ['提交时必须有佐证资料', 'Evidence is needed to hand in a month'],
    evidenceHint: [
      '打开后，指标写明了佐证资料的，没有上传佐证就不能提交；已提交、已审核的月份不受影响。',
      'From then on a month of an indicator whose sheet names evidence is handed in only with a file. What was handed in or approved stays as it is.',
    ],
    fixed: [
      '年度、项目名称和资金按采用的文件；目标和分值用“调整目标”修改。',
      'Year, project and funding are those of the document; targets and weights change by a revision.',
    ],
    save: ['保存', 'Save'],
    theirs: ['对方保存：负责人 {{name}}；{{evidence}}', 'Theirs: responsible {{name}}; {{evidence}}'],
    nobody: ['（空）', '(nobody)'],
    needed: ['提交须有佐证', 'evidence is needed'],
    notNeeded: ['提交不要求佐证', 'evidence is not needed'],
    evidence: ['提交须有佐证资料', 'evidence is needed to hand in'],
  },
} as const satisfies Texts;
