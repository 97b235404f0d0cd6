import type { Texts } from '../../../i18n/texts.js';

export const submitTexts = {
  submit: {
    title: ['提交前核对', 'Check and submit'],
    heldBack: ['{{count}} 项不提交', '{{count}} are held back'],
    because: ['{{name}}：{{why}}', '{{name}}: {{why}}'],
    nothing: ['没有可以提交的填报。', 'There is nothing to submit.'],
    toRow: ['去填写', 'Go there'],
    toRowOf: ['去填写：{{name}}', 'Go there: {{name}}'],
    unchanged: [
      '退回后没有修改；如已补充佐证，可勾选后重新提交。',
      'Not changed since it came back; choose it to submit it again, such as with new evidence.',
    ],
    partly: ['已提交 {{count}} 项，以下没有提交', '{{count}} submitted; these were not'],
    confirm: ['{{count}} 项数值确认无误，提交', 'Yes, these {{count}} are right: submit'],
    done: ['已提交 {{count}} 项。', '{{count}} submitted.'],
  },
} as const satisfies Texts;
