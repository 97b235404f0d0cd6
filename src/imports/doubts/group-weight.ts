import { exact } from '../../domain/exact.js';
import { EXECUTION_POINTS } from '../../domain/policy.js';
import { eachSheet } from './doubt-check.js';

/** Points that the sheet prints for a group, a sub-total or the total, against the rows that were read. */
export const groupWeight = eachSheet('group-weight', ({ draft, sums }) =>
  sums.flatMap(({ name, printed, counted, source }) => {
    const withExecution = exact(counted).add(exact(draft.executionWeight ?? EXECUTION_POINTS));
    const agrees = exact(printed).equals(exact(counted)) || (name === '合计' && exact(printed).equals(withExecution));
    if (agrees) return [];
    const zh = `“${name}”印的分值为 ${printed}，读到的各行合计 ${counted}，请核对是否缺行。`;
    const en = `“${name}” is printed with ${printed} points, the rows that were read give ${counted}. Are rows missing?`;
    return [{ severity: 'warning' as const, message: { zh, en }, source }];
  }),
);
