import type { Texts } from '../../i18n/texts.js';

export const checklistTexts = {
  checklist: {
    title: ['佐证清单', 'Evidence'],
    hint: [
      '{{month}}各项指标应有、已有和缺少的佐证资料；可打印核对。',
      'Which evidence each indicator of {{month}} asks for, has and lacks; it can be printed.',
    ],
    mine: ['只看我的股室', 'Only my sections'],
    onlyOpen: ['只看缺少的', 'Only what lacks'],
    print: ['打印', 'Print'],
    there: ['{{count}} 项齐全', '{{count}} have theirs'],
    lacking: ['{{count}} 项缺少', '{{count}} lack theirs', '{{count}} lacks its evidence'],
    rest: ['{{count}} 项不要求或不适用', '{{count}} need none or do not apply'],
    none: [
      '这个月没有要填报的指标。先导入绩效目标，或换一个月份。',
      'No indicator is entered in this month. Import targets first, or choose another month.',
    ],
    toImports: ['去导入', 'Import'],
    complete: ['没有缺少的：要求佐证的都有了。', 'Nothing lacks: all that is asked for is there.'],
    asked: ['应有', 'Asked for'],
    files: ['已有', 'There'],
    anyKind: ['任一种', 'any kind'],
    required: ['提交前必须有', 'needed to submit'],
    printed: ['目标表载明，不限制提交', 'named by the sheet, not needed to submit'],
    state: {
      there: ['齐全', 'there'],
      lacking: ['缺少', 'lacking'],
      'other-kind': ['类别不符', 'of another kind'],
      'not-applicable': ['本月不适用', 'not applicable'],
      'not-asked': ['不要求', 'not asked for'],
    },
    settled: ['已提交：退回或撤回后才能补', 'handed in: add it once it is taken back or returned'],
    add: ['去补充', 'Add it'],
    tooMany: ['另有 {{count}} 项未列出，请选择部门。', '{{count}} more are not listed: choose a department.'],
  },
} as const satisfies Texts;
