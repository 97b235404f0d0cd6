import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { NightlyBackups } from '../backup/nightly-backups.js';
import { Clock } from '../common/clock.js';
import { Configuration } from '../config/configuration.js';
import { missingCalendar, pendingMigrations, skewedClock, stuckJobs, stuckMails } from './database-troubles.js';
import { alteredAccounts } from './altered-accounts.js';
import { alteredWrites } from './altered-writes.js';
import { fullDisks } from './full-disk.js';
import { openData } from './open-data.js';
import { missingFonts } from './missing-font.js';
import { auditTroubles } from './audit-troubles.js';
import { backupTroubles, damagedInBackup } from './backup-troubles.js';
import { lostSecretsKey } from './lost-secrets-key.js';
import { strangersInTheDatabase } from './strange-guards.js';
import { weakRole } from './weak-role.js';
import type { Trouble } from './trouble.js';
import { unreachedPeople } from './unreached-people.js';
import { weakSettings } from './weak-settings.js';

/** Questions to the database that every page and scrape would ask are asked at most this often. */
const KEPT_MS = 15_000;

/** What is wrong with this installation: the one list that the page, the log, the metrics and `jixiao doctor` go by. */
@Injectable()
export class ConditionService {
  private known: { readonly at: number; readonly troubles: Promise<Trouble[]> } | undefined;

  constructor(
    private readonly dataSource: DataSource,
    private readonly configuration: Configuration,
    private readonly backups: NightlyBackups,
    private readonly clock: Clock,
  ) {}

  /** Errors first. */
  troubles(): Promise<Trouble[]> {
    const at = performance.now();
    if (!this.known || at - this.known.at > KEPT_MS) this.known = { at, troubles: this.look() };
    return this.known.troubles;
  }

  /** Everything that can be looked at in passing; what takes longer, `jixiao doctor` adds. */
  async look(): Promise<Trouble[]> {
    const looking = { manager: this.dataSource.manager, now: this.clock.now() };
    const inTables = [
      pendingMigrations,
      skewedClock,
      stuckJobs,
      stuckMails,
      missingCalendar,
      damagedInBackup,
      auditTroubles,
      strangersInTheDatabase,
      alteredAccounts,
      alteredWrites,
    ];
    const [place, kept] = [await this.backups.place(), await this.backups.kept()];
    const found = await Promise.all([
      ...inTables.map((check) => ofTheseTables(check(looking))),
      ofTheseTables(backupTroubles(looking, place, kept)),
      ofTheseTables(lostSecretsKey(looking, this.configuration)),
      fullDisks(this.configuration),
      missingFonts(),
      weakRole(looking),
      ofTheseTables(unreachedPeople(looking, this.configuration)),
    ]);
    found.push(weakSettings(this.configuration), openData(this.configuration));
    return found.flat().sort((a, b) => a.severity.localeCompare(b.severity));
  }
}

/**
 * Before migrations that are pending a table, a column, a function or a right may not be there yet: that they are, or that it
 * is not, is told already.
 */
const ofTheseTables = (troubles: Promise<Trouble[]>): Promise<Trouble[]> =>
  troubles.catch((error: unknown) => {
    if (['42P01', '42703', '42883', '42501'].includes(String((error as { code?: string }).code))) return [];
    throw error;
  });
