import { Injectable } from '@nestjs/common';
import { DataSource, In } from 'typeorm';
import type { Scope } from '../../common/access/actor.js';
import { Today } from '../../common/today.js';
import { Configuration } from '../../config/configuration.js';
import { RecipientsService } from '../../delivery/recipients/recipients.service.js';
import { monthOf, monthsBetween } from '../../domain/calendar/month.js';
import { type LocalDate, localTime } from '../../domain/calendar/working-days.js';
import { monthKey, MonthsService } from '../../months/months.service.js';
import { Contact } from '../../organisation/contact.entity.js';
import { recipientsOf } from '../reminder-recipients.js';
import type { MissingQuery } from './dto/missing.query.js';
import { MissingEntriesRepository, type OwedRow } from './missing-entries.repository.js';

/** Far more than anybody reads or chases at once. */
export const MOST_MISSING = 20_000;

/** Who owes what, since when, and whom a reminder would reach. */
export interface MissingEntry extends OwedRow {
  /** The local day on which it was, or is, due. */
  readonly dueDate: string;
  /** Whole days since then; 0 or less: not overdue yet. */
  readonly overdueDays: number;
  /** Empty: nobody can be told. */
  readonly people: readonly { readonly name: string; readonly phone: string | null }[];
}

/** The work that is missing, entry by entry, of the months that are over and take entries. */
@Injectable()
export class MissingEntriesService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly repository: MissingEntriesRepository,
    private readonly months: MonthsService,
    private readonly recipients: RecipientsService,
    private readonly today: Today,
    private readonly configuration: Configuration,
  ) {}

  async list(query: MissingQuery, scope: Scope): Promise<MissingEntry[]> {
    const { manager } = this.dataSource;
    const today = this.today.date();
    const asked = query.month ? [query.month] : monthsBetween(monthOf(query.year, 1), monthOf(query.year, 12));
    const over = asked.filter((month) => month < today.slice(0, 7));
    const owed = await this.repository.find(manager, over, query, scope, MOST_MISSING);
    const keys = new Map(owed.map((row) => [monthKey(row), row]));
    const standings = new Map((await this.months.standings([...keys.values()])).map((one) => [monthKey(one), one]));
    const directory = await this.recipients.all(manager, today);
    const open = owed.flatMap((row) => {
      const standing = standings.get(monthKey(row));
      if (!standing || standing.state === 'closed') return [];
      const dueDate = localTime(standing.dueAt, this.configuration.TIME_ZONE).date;
      return [{ row, dueDate, told: recipientsOf(row, ['reporter'], directory) }];
    });
    const phones = await this.phones(open.flatMap(({ told }) => told.map(({ reader }) => reader.id)));
    return open.map(({ row, dueDate, told }) => ({
      ...row,
      dueDate,
      overdueDays: daysBetween(dueDate, today),
      people: told.map(({ reader }) => ({ name: reader.name, phone: phones.get(reader.id) ?? null })),
    }));
  }

  private async phones(ids: readonly string[]): Promise<Map<string, string | null>> {
    const contacts = await this.dataSource.manager.find(Contact, {
      select: { id: true, phone: true },
      where: { id: In([...new Set(ids)]) },
    });
    return new Map(contacts.map(({ id, phone }) => [id, phone]));
  }
}

const DAY_MS = 86_400_000;
const daysBetween = (from: LocalDate, to: LocalDate): number =>
  Math.round((Date.parse(to) - Date.parse(from)) / DAY_MS);
