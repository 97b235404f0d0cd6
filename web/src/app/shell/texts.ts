import type { Texts } from '../../i18n/texts.js';

export const shellTexts = {
  tagline: [
    '公开的绩效目标，全年跟踪，得分逐项说明',
    'Published targets, tracked through the year, every point explained',
  ],
  language: ['English', '中文'],
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
