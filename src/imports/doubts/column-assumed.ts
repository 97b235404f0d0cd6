import { COLUMN_ROLES } from './column-roles.js';
import { eachSheet } from './doubt-check.js';

/** A column whose head is not known was taken for what its head resembles, or for what its cells look like. */
export const columnAssumed = eachSheet('column-assumed', ({ headers }) =>
  headers.flatMap(({ assumed }) =>
    assumed.map(({ head, role, resembles }) => {
      const taken = COLUMN_ROLES[role] ?? { zh: '备注', en: 'a remark' };
      const title =
        head.text === ''
          ? { zh: '没有列名的一列', en: 'A column without a head' }
          : { zh: `“${head.text}”列`, en: `The column “${head.text}”` };
      const why =
        resembles === null
          ? { zh: '从内容看', en: 'its cells look like it' }
          : { zh: `与“${resembles}”相近`, en: `its head resembles “${resembles}”` };
      const zh = `${title.zh}按“${taken.zh}”读取（${why.zh}），请核对。`;
      const en = `${title.en} was read as ${taken.en}: ${why.en}. Please check.`;
      return { severity: 'warning' as const, message: { zh, en }, source: head.source };
    }),
  ),
);
