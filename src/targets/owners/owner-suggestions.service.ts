import { Injectable } from '@nestjs/common';
import { type EntityManager, In } from 'typeorm';
import { comparedName } from '../../domain/printed/department-name.js';
import { printedKey } from '../../domain/printed/printed-key.js';
import { Section } from '../../organisation/section.entity.js';
import type { OwnedIndicator } from './owners.repository.js';

/** Who probably owns an indicator, and why; `sectionId` null: the document names a section that there is not. */
export interface SuggestedOwner {
  readonly because: 'printed' | 'last-year';
  readonly sectionId: string | null;
  readonly section: string;
}

// Of the latest year before, in which the department had a sheet; none where two owned one of that name.
const LAST_YEAR = `
  SELECT u.department_id AS "departmentId", u.fiscal_year AS "fiscalYear", i.name, i.section_id AS "sectionId"
  FROM (SELECT DISTINCT department_id, fiscal_year FROM unnest($1::uuid[], $2::int[]) AS k (department_id, fiscal_year)) u
  JOIN target_sheet s ON s.department_id = u.department_id AND s.fiscal_year = (
    SELECT max(fiscal_year) FROM target_sheet WHERE department_id = u.department_id AND fiscal_year < u.fiscal_year)
  JOIN indicator i ON i.sheet_id = s.id`;

/** What is printed goes before what was so last year. */
@Injectable()
export class OwnerSuggestions {
  /** For those that nobody owns; by id of the indicator. */
  async of(manager: EntityManager, indicators: readonly OwnedIndicator[]): Promise<Map<string, SuggestedOwner>> {
    const unowned = indicators.filter(({ sectionId }) => sectionId === null);
    if (unowned.length === 0) return new Map();
    const departments = [...new Set(unowned.map(({ departmentId }) => departmentId))];
    const sections = await manager.find(Section, {
      where: { departmentId: In(departments), disabled: false },
      order: { id: 'ASC' },
    });
    const before = await lastYear(manager, unowned);
    return new Map(
      unowned.flatMap((indicator) => {
        const own = sections.filter(({ departmentId }) => departmentId === indicator.departmentId);
        const suggested = printed(indicator, own) ?? asBefore(before.get(placeKey(indicator)), own);
        return suggested ? [[indicator.id, suggested] as const] : [];
      }),
    );
  }
}

function printed({ sectionPrinted }: OwnedIndicator, sections: readonly Section[]): SuggestedOwner | null {
  if (sectionPrinted === null) return null;
  const found = sections.find(({ name }) => comparedName(name) === comparedName(sectionPrinted));
  return { because: 'printed', sectionId: found?.id ?? null, section: found?.name ?? sectionPrinted };
}

function asBefore(owners: ReadonlySet<string | null> | undefined, sections: readonly Section[]): SuggestedOwner | null {
  const [only, ...others] = owners ?? [];
  const found = others.length === 0 ? sections.find(({ id }) => id === only) : undefined;
  return found ? { because: 'last-year', sectionId: found.id, section: found.name } : null;
}

type Place = Pick<OwnedIndicator, 'departmentId' | 'fiscalYear' | 'name'>;

const placeKey = ({ departmentId, fiscalYear, name }: Place): string =>
  `${departmentId} ${fiscalYear} ${printedKey(name)}`;

/** Sections of the year before, by `placeKey`. */
async function lastYear(manager: EntityManager, unowned: readonly OwnedIndicator[]) {
  const rows: (Place & { sectionId: string | null })[] = await manager.query(LAST_YEAR, [
    unowned.map(({ departmentId }) => departmentId),
    unowned.map(({ fiscalYear }) => fiscalYear),
  ]);
  const owners = new Map<string, Set<string | null>>();
  for (const { sectionId, ...place } of rows) {
    owners.set(placeKey(place), (owners.get(placeKey(place)) ?? new Set()).add(sectionId));
  }
  return owners;
}
