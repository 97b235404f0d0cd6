import type { Texts } from '../../i18n/texts.js';

export const shellTexts = {
  tagline: [
    '公开的绩效目标，全年跟踪，得分逐项说明',
    'Published targets, tracked through the year, every point explained',
  ],
  language: ['English', '中文'],
  closed: {
    title: ['没有权限打开此页', 'This page is not open to you'],
    text: [
      '您的角色是“{{role}}”，不能使用这个页面。如需使用，请联系安全管理员调整角色。',
      'Your role is “{{role}}”, which does not use this page. If you need it, ask the security administrator for another role.',
    ],
    back: ['回到首页', 'To where you start'],
  },
  unknown: {
    title: ['链接有误', 'The link leads nowhere'],
    department: ['找不到链接中的部门。', 'The department that the link names cannot be found.'],
    sheet: ['找不到链接中的绩效目标表。', 'The sheet that the link names cannot be found.'],
    without: {
      department: ['打开本页，不限部门', 'Open the page for all departments'],
      sheet: ['打开本页，重新选择', 'Open the page and choose again'],
    },
  },
  theme: {
    dark: ['深色', 'Dark'],
    light: ['浅色', 'Light'],
  },
  nav: {
    label: ['页面', 'Pages'],
    open: ['打开菜单', 'Open the menu'],
    skip: ['跳到正文', 'Skip to the page'],
    group: {
      work: ['日常工作', 'Work'],
      results: ['绩效结果', 'Results'],
      administration: ['系统管理', 'Administration'],
    },
  },
} as const satisfies Texts;
