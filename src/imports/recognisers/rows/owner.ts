import type { Cell } from '../../table-model.js';
import type { Columns } from '../columns/columns.js';
import { textOrNull } from '../lines/printed-text.js';

const FIELDS = ['department', 'project', 'amount', 'goal'] as const;

/** Whose indicator a row is, in a table of several projects or departments; blanks are as above. */
export type Owner = Readonly<Record<(typeof FIELDS)[number], string | null>>;

export const NO_OWNER: Owner = { department: null, project: null, amount: null, goal: null };

/** A new department or project leaves behind what the rows above said of the one before. */
export function ownerOf(cells: readonly Cell[], columns: Columns, above: Owner): Owner {
  const printed = Object.fromEntries(
    FIELDS.map((field) => [field, columns[field] === undefined ? null : textOrNull(cells[columns[field]]?.text)]),
  ) as Record<(typeof FIELDS)[number], string | null>;
  const isNew = (field: 'department' | 'project') => printed[field] !== null && printed[field] !== above[field];
  const department = printed.department ?? above.department;
  const project = printed.project ?? (isNew('department') ? null : above.project);
  const kept = isNew('department') || isNew('project') ? NO_OWNER : above;
  return { department, project, amount: printed.amount ?? kept.amount, goal: printed.goal ?? kept.goal };
}

/** Rows of one sheet have the same. */
export const ownerKey = ({ department, project }: Owner): string => `${department ?? ''}\n${project ?? ''}`;
