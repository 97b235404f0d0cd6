import { eachSheet } from './doubt-check.js';

/** Without department, year or (for a project) its name the sheet cannot be filed; a person must add them. */
export const headIncomplete = eachSheet('head-incomplete', ({ draft }) => {
  const missing = [
    ...(draft.department === null ? [{ zh: '部门名称', en: 'department' }] : []),
    ...(draft.fiscalYear === null ? [{ zh: '年度', en: 'fiscal year' }] : []),
    ...(draft.kind === 'project' && draft.project === null ? [{ zh: '项目名称', en: 'project name' }] : []),
  ];
  const money =
    draft.funding.total === null
      ? [
          {
            severity: 'warning' as const,
            message: {
              zh: '没有读到该表的资金总额，预算执行无法评分。请补充。',
              en: 'The funding of the sheet was not found; its budget execution cannot be scored. Please add it.',
            },
          },
        ]
      : [];
  if (missing.length === 0) return money;
  const zh = `表头未读到：${missing.map((what) => what.zh).join('、')}，请补充。`;
  const en = `Not found in the head of the sheet: ${missing.map((what) => what.en).join(', ')}. Please add.`;
  return [{ severity: 'error' as const, message: { zh, en } }, ...money];
});
