import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Month } from '../domain/calendar/month.js';
import type { LocalDate } from '../domain/calendar/working-days.js';
import type { Department } from '../organisation/department.entity.js';
import type { Sending } from './digest-contents.js';
import type { OwedPlace } from './digest-line.js';
import { OpenEntries } from './rules/open-entries.js';
import type { OwedEntries } from './rules/owed-entries.repository.js';

const MOST_INDICATORS = 40;
/** Whoever answers for more departments wants to know which, not what each of them owes. */
const MOST_DEPARTMENTS_IN_FULL = 3;
const MOST_DEPARTMENTS = 40;

/** What somebody owes, or has others owe, of one month and by one day. */
export interface OwedMonth {
  readonly month: Month;
  readonly dueDate: LocalDate;
  readonly dueHour: number;
  readonly overdue: boolean;
  readonly count: number;
  /** Where it is still owed. */
  readonly departmentIds: readonly string[];
  readonly sections: readonly {
    readonly departmentName: string | null;
    readonly sectionName: string | null;
    readonly indicators: readonly string[];
    readonly inPlace: boolean;
  }[];
  /** In place of the sections, where there are many departments. */
  readonly departments: readonly { readonly name: string; readonly count: number }[];
  /** Indicators, or departments, that are not printed. */
  readonly more: number;
}

@Injectable()
export class OwedContents {
  constructor(private readonly openEntries: OpenEntries) {}

  /** The earliest due date first. */
  async of(
    manager: EntityManager,
    { notices, day }: Sending,
    departments: readonly Department[],
  ): Promise<OwedMonth[]> {
    const told = notices
      .filter(({ rule }) => rule === 'entries-owed')
      .flatMap(({ subject: month, dueDate, reason }) =>
        (reason as unknown as { owed: OwedPlace[] }).owed.map((place) => ({ ...place, month, dueDate })),
      );
    if (told.length === 0) return [];
    const departmentIds = [...new Set(told.map(({ departmentId }) => departmentId))];
    const owed = await this.openEntries.owed(
      manager,
      [...new Set(told.map(({ month }) => month))],
      departmentIds,
      day.today,
    );
    const hours = new Map(departments.map((one) => [one.id, day.deadlineOf(one).dueHour]));
    const byDate = new Map<string, typeof told>();
    for (const place of told) {
      const key = `${place.dueDate} ${place.month}`;
      byDate.set(key, [...(byDate.get(key) ?? []), place]);
    }
    const months = [...byDate.values()]
      .map((places) => ({ places, still: stillOwed(owed, places) }))
      .filter(({ still }) => still.length > 0);
    const departmentsOf = (still: readonly StillOwed[]) => [...new Set(still.map((one) => one.departmentId))];
    // A mail of several departments names each, also of a month that only one of them owes.
    const several = departmentsOf(months.flatMap(({ still }) => still)).length > 1;
    return months
      .map(({ places, still }) => {
        const [{ month, dueDate }] = places as [(typeof told)[number]];
        return {
          month,
          dueDate,
          dueHour: Math.min(...places.map((place) => hours.get(place.departmentId) ?? 24)),
          departmentIds: departmentsOf(still),
          overdue: dueDate < day.today,
          ...printed(still, several),
        };
      })
      .sort((a, b) => (a.dueDate < b.dueDate ? -1 : 1));
  }
}

type StillOwed = OwedEntries & { readonly inPlace: boolean };

/** Each section once, however many of a person's duties it belongs to. */
function stillOwed(owed: readonly OwedEntries[], places: readonly (OwedPlace & { month: Month })[]): StillOwed[] {
  const keyOf = (departmentId: string, month: Month, section: string | null) =>
    [departmentId, month, section].join(' ');
  const told = new Map<string, OwedPlace[]>();
  for (const place of places) {
    const key = keyOf(place.departmentId, place.month, place.sectionId === undefined ? '*' : place.sectionId);
    told.set(key, [...(told.get(key) ?? []), place]);
  }
  return owed.flatMap((entry) => {
    const { departmentId, month, sectionId } = entry;
    const named = [sectionId, '*'].flatMap((section) => told.get(keyOf(departmentId, month, section)) ?? []);
    return named.length === 0 ? [] : [{ ...entry, inPlace: named.every(({ inPlace }) => inPlace === true) }];
  });
}

function printed(
  owed: readonly StillOwed[],
  several: boolean,
): Pick<OwedMonth, 'count' | 'sections' | 'departments' | 'more'> {
  const count = owed.reduce((sum, { indicators }) => sum + indicators.length, 0);
  const departments = new Map<string, { name: string; count: number }>();
  for (const { departmentId, departmentName: name, indicators } of owed) {
    const before = departments.get(departmentId)?.count ?? 0;
    departments.set(departmentId, { name, count: before + indicators.length });
  }
  if (departments.size > MOST_DEPARTMENTS_IN_FULL) {
    const most = [...departments.values()].sort((a, b) => b.count - a.count).slice(0, MOST_DEPARTMENTS);
    return { count, sections: [], departments: most, more: departments.size - most.length };
  }
  return { count, ...inFull(owed, several), departments: [], more: Math.max(0, count - MOST_INDICATORS) };
}

function inFull(owed: readonly StillOwed[], several: boolean): Pick<OwedMonth, 'sections'> {
  let room = MOST_INDICATORS;
  const sections = owed.map(({ departmentName, sectionName, indicators, inPlace }) => {
    const part = indicators.slice(0, room);
    room -= part.length;
    return { departmentName: several ? departmentName : null, sectionName, indicators: part, inPlace };
  });
  return { sections: sections.filter((part) => part.indicators.length > 0) };
}
