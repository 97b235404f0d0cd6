import type { INestApplicationContext } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { firstAccountsText, waitingAccountsText } from '../auth/users/first-accounts-text.js';
import { FirstAccountsService } from '../auth/users/first-accounts.service.js';
import { SampleYearService } from '../sample-year/sample-year.service.js';

/**
 * Makes the accounts of a new installation, and its sample year. Their passwords are printed before they are kept: a start
 * that is killed at any moment leaves either accounts that were told, or none.
 */
export async function makeFirstAccounts(app: INestApplicationContext, withSample: boolean): Promise<void> {
  const service = app.get(FirstAccountsService);
  const made = await app.get(DataSource).transaction(async (manager) => {
    await manager.query('SET LOCAL statement_timeout = 0'); // whoever holds the accounts is waited for
    const sample = withSample ? await app.get(SampleYearService).loadIfEmpty(manager) : [];
    const accounts = [...sample, ...(await service.create(manager))];
    process.stderr.write(firstAccountsText(accounts));
    return accounts.length;
  });
  if (made === 0) process.stderr.write(waitingAccountsText(await service.waiting()));
}
