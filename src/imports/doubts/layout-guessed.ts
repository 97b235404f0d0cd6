import { eachSheet } from './doubt-check.js';

export const layoutGuessed = eachSheet('layout-guessed', ({ guessed }) => {
  if (!guessed) return [];
  const zh = '该表没有表格线，行和列是按文字位置推定的，请逐行核对。';
  const en = 'The table has no lines: rows and columns were told from the places of the texts. Check each row.';
  return [{ severity: 'warning', message: { zh, en } }];
});
