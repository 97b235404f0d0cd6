import { comparedName, nearName } from '../../domain/printed/department-name.js';
import type { LocalDate } from '../../domain/calendar/working-days.js';
import type { Department } from '../department.entity.js';
import type { AliasKind } from './department-alias.entity.js';

export type NamedDepartment = Readonly<Pick<Department, 'id' | 'name'>>;

export interface KnownAlias {
  readonly departmentId: string;
  readonly name: string;
  readonly kind: AliasKind;
  readonly by: string;
  readonly on: LocalDate;
}

/**
 * What a printed name means: one department, several among which only a person can choose, or none.
 * `as`: it is the department's `name`, a person has `said` so, it is a `former` name, or one that is only `near`.
 */
export interface DepartmentMeaning {
  readonly printed: string;
  readonly as: 'name' | 'near' | AliasKind;
  readonly departments: readonly NamedDepartment[];
  /** Who has said so, or has renamed it, and on which day. */
  readonly by: string | null;
  readonly on: LocalDate | null;
}

/**
 * The first that fits: what a person has said, the name that it has, one that it had; first as printed, then nearly. So
 * neither a former nor a near name takes a document away from the department that is really called so.
 */
export function departmentMeaning(
  printed: string,
  departments: readonly NamedDepartment[],
  aliases: readonly KnownAlias[],
): DepartmentMeaning {
  const names = departments.map(({ id, name }) => ({ departmentId: id, name, by: null, on: null }));
  const kinds = [
    ['said', aliases.filter(({ kind }) => kind === 'said')],
    ['name', names],
    ['former', aliases.filter(({ kind }) => kind === 'former')],
  ] as const;
  for (const [spelling, isNear] of [[comparedName, false] as const, [nearName, true] as const]) {
    const wanted = spelling(printed);
    for (const [kind, candidates] of kinds) {
      const found = candidates.filter(({ name }) => spelling(name) === wanted);
      const ids = new Set(found.map(({ departmentId }) => departmentId));
      const [first] = found;
      if (!first) continue;
      const { by, on } = ids.size === 1 ? first : { by: null, on: null };
      const as = isNear && kind === 'name' ? 'near' : kind;
      return { printed, as, departments: departments.filter(({ id }) => ids.has(id)), by, on };
    }
  }
  return { printed, as: 'name', departments: [], by: null, on: null };
}
