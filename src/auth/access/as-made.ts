import { Injectable, Logger } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { isProven } from '../../audit/rows/proven-rows.js';
import { noteAlteredAccount } from '../../audit/rows/altered-account.js';
import type { AuthenticatedRequest } from '../../common/access/access.decorator.js';
import type { User } from '../users/user.entity.js';
import { accountAltered } from './errors.js';
import { RefusedAccess } from './refused-access.js';

/** Whether an account is as the program left it: a role that is raised by SQL for a minute is none. */
@Injectable()
export class AsMade {
  constructor(
    private readonly dataSource: DataSource,
    private readonly refused: RefusedAccess,
  ) {}

  /**
   * A line of the log once a day for a route, and a trouble.
   * @param user with the proof
   * @throws DomainError `account-altered`
   */
  async check(user: User, request: AuthenticatedRequest): Promise<void> {
    if (isProven(this.dataSource.manager, 'app_user', user)) return;
    const error = accountAltered();
    new Logger('Audit').error({ error: error.code, userId: user.id });
    noteAlteredAccount(this.dataSource, user.id);
    await this.refused.note(user, request, error);
    throw error;
  }
}
