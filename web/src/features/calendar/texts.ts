import type { Texts } from '../../i18n/texts.js';

export const calendarTexts = {
  calendar: {
    title: ['工作日历', 'Calendar'],
    hint: [
      '放假、调休和本地节日。截止日按工作日推算。',
      'Holidays, make-up working days and local days. Due dates go by working days.',
    ],
    missing: [
      '{{year}} 年的放假和调休安排尚未录入，截止日暂按周一至周五推算。公布后由绩效办在此录入或导入。',
      'The holidays of {{year}} are not entered: due dates go by Monday to Friday. The performance office enters or imports them here once they are published.',
    ],
    enter: ['录入 {{year}} 年', 'Enter {{year}}'],
    year: ['{{year}} 年', '{{year}}'],
    off: ['休', 'off'],
    worked: ['班', 'work'],
    sign: { off: ['休', 'H'], worked: ['班', 'W'] },
    local: ['本地', 'local'],
    legend: {
      title: ['图例', 'Legend'],
      off: ['放假', 'holiday'],
      worked: ['周末调休上班', 'weekend day that is worked'],
      local: ['本地安排', 'set locally'],
      weekend: ['灰色：周末', 'grey: weekend'],
    },
    import: ['导入安排', 'Import a list'],
    importHint: [
      '每行一天：日期,休或班,名称。将替换该年的全部安排。',
      'One day a line: date,off or work,name. It takes the place of the whole year.',
    ],
    list: ['安排（如 2027-02-06,休,春节）', 'List (such as 2027-02-06,off,Spring Festival)'],
    add: ['添加一天', 'Add a day'],
    day: ['日期', 'Day'],
    name: ['名称', 'Name'],
    change: ['更改 {{day}} {{name}}', 'Change {{day}} {{name}}'],
    remove: ['删除这一天的安排', 'Remove this day'],
    saved: ['已保存 {{day}}。', '{{day}} is saved.'],
    removed: ['已删除 {{day}} 的安排。', '{{day}} is removed.'],
    imported: ['已导入 {{year}} 年的安排。', 'The list of {{year}} is imported.'],
    undo: ['撤销', 'Undo'],
    undone: ['已撤销。', 'Undone.'],
    kind: ['上班或休息', 'Worked or off'],
  },
} as const satisfies Texts;
