import { type FindOptionsWhere, In } from 'typeorm';
import type { Role } from '../../domain/roles.js';

/** Rows that somebody may see: those of these departments. The one thing that every list filters by. */
export interface Scope {
  readonly departments: readonly string[] | 'all';
}

/** Of jobs and the command line, which act for the installation and not for a person. */
export const EVERYTHING: Scope = { departments: 'all' };

/** Whoever can run commands on the machine has every right there; histories say that it was done so. */
export const COMMAND_LINE = 'command line';

/** Who acts. */
export interface Actor {
  readonly userId: string;
  /** As it stands in histories. */
  readonly name: string;
  readonly role: Role;
  readonly scope: Scope;
  /** The sections a reporter enters for; null: all of the scope. */
  readonly sections: readonly string[] | null;
  /** The absent user whose deputy they act as, by name; null: they act in their own right. */
  readonly onBehalfOf: string | null;
}

export function isInScope({ departments }: Scope, departmentId: string | null): boolean {
  return departments === 'all' || (departmentId !== null && departments.includes(departmentId));
}

/** The department in whose name somebody of this scope acts; null: in that of the whole installation. */
export const ownDepartment = ({ departments }: Scope): string | null =>
  departments === 'all' ? null : (departments[0] ?? null);

/** What is left of the scope where somebody looks at one department. */
export function narrowed(scope: Scope, departmentId: string | undefined): Scope {
  if (departmentId === undefined) return scope;
  return { departments: isInScope(scope, departmentId) ? [departmentId] : [] };
}

/** For query builders: `(:all OR x.departmentId = ANY (:departments))`. */
export const scopeParameters = ({ departments }: Scope): { all: boolean; departments: readonly string[] } => ({
  all: departments === 'all',
  departments: departments === 'all' ? [] : departments,
});

/** For plain SQL: the departments as a parameter, null for all. */
export const departmentList = ({ departments }: Scope): readonly string[] | null =>
  departments === 'all' ? null : departments;

/** For TypeORM's `where`: only rows whose `column` names a department of the scope. */
export function inScope<T>({ departments }: Scope, column: keyof T & string): FindOptionsWhere<T> {
  return (departments === 'all' ? {} : { [column]: In([...departments]) }) as FindOptionsWhere<T>;
}
