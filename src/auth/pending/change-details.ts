import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { AccountField } from '../users/dto/user.dto.js';
import type { PendingChange } from './pending-change.entity.js';

/** One field that is to be changed. Departments, sections and persons by name; empty: nothing. */
export interface ChangeDetail {
  readonly field: AccountField;
  /** As it is now. */
  readonly before: readonly string[];
  readonly after: readonly string[];
}

type Shown = Pick<PendingChange, 'payload' | 'user'>;

/** These hold ids, which say nothing to whoever is to approve. */
const NAMED: readonly AccountField[] = ['departmentId', 'sectionIds', 'deputyId'];

const NAMES = `
  SELECT id, name FROM department WHERE id = ANY ($1)
  UNION ALL SELECT id, name FROM section WHERE id = ANY ($1)
  UNION ALL SELECT id, display_name FROM app_user WHERE id = ANY ($1)`;

/** What a change does, whole: whoever approves answers for all of it. */
@Injectable()
export class ChangeDetails {
  /** In the order of the changes. */
  async of(manager: EntityManager, changes: readonly Shown[]): Promise<ChangeDetail[][]> {
    const all = changes.map(fieldsOf);
    const ids = all.flat().flatMap(({ field, before, after }) => (NAMED.includes(field) ? [...before, ...after] : []));
    const rows: { id: string; name: string }[] = ids.length === 0 ? [] : await manager.query(NAMES, [ids]);
    const names = new Map(rows.map(({ id, name }) => [id, name]));
    const named = (values: readonly string[]) => values.map((id) => names.get(id) ?? id);
    return all.map((fields) =>
      fields.map(({ field, before, after }) =>
        NAMED.includes(field) ? { field, before: named(before), after: named(after) } : { field, before, after },
      ),
    );
  }
}

/** By what is asked for and not by a list: nothing that will be done goes unsaid. */
export function fieldsOf({ payload, user }: Shown): ChangeDetail[] {
  const given = Object.entries(payload) as [AccountField, unknown][];
  return given
    .filter(([, value]) => value !== undefined)
    .map(([field, value]) => ({ field, before: texts(user?.[field]), after: texts(value) }))
    .filter(({ before, after }) => JSON.stringify(before) !== JSON.stringify(after));
}

const texts = (value: unknown): string[] =>
  [value]
    .flat()
    .filter((one) => one != null)
    .map(String);
