import type { Head } from '../recognisers/columns/heads.js';
import { COLUMN_ROLES } from './column-roles.js';
import { eachSheet } from './doubt-check.js';

/** A column whose head is not known was taken for what its head resembles, or for what its cells look like. */
export const columnAssumed = eachSheet('column-assumed', ({ draft, headers }) =>
  headers.flatMap(({ assumed, otherYear }) => [
    ...(otherYear ? [ofOtherYear(otherYear, draft.fiscalYear)] : []),
    ...assumed.map(({ head, role, resembles }) => {
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
  ]),
);

/** The title and the only column of targets name different years. */
function ofOtherYear({ text, year, source }: Head, fiscalYear: number | null) {
  const zh = `“${text}”列写的是 ${year} 年，该表的年度是 ${fiscalYear} 年：按 ${fiscalYear} 年的指标值读取，请核对年度。`;
  const en = `The column “${text}” speaks of ${year}, its sheet of ${fiscalYear}: it was read as the targets of ${fiscalYear}. Please check the year.`;
  return { severity: 'warning' as const, message: { zh, en }, source };
}
