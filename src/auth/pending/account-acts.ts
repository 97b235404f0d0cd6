import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { SecondFactorsService } from '../second-factor/second-factors.service.js';
import type { CreateUserDto } from '../users/dto/user.dto.js';
import { UserChangesService } from '../users/user-changes.service.js';
import { UserPasswordsService } from '../users/user-passwords.service.js';
import type { User } from '../users/user.entity.js';
import { UsersService } from '../users/users.service.js';
import type { PendingChange } from './pending-change.entity.js';

/** What is to be done with an account. */
export type AccountAct = Pick<PendingChange, 'kind' | 'payload' | 'userId' | 'seenVersion'>;

/** What was done; `password` is a one-time password, shown this once. */
export interface Done {
  readonly user: User;
  readonly password: string | null;
}

/** Does to accounts what one person may do alone, or two have agreed upon. */
@Injectable()
export class AccountActs {
  constructor(
    private readonly users: UsersService,
    private readonly changes: UserChangesService,
    private readonly passwords: UserPasswordsService,
    private readonly factors: SecondFactorsService,
  ) {}

  /** In the caller's transaction, after which `tell` is due. */
  async do(manager: EntityManager, { kind, payload, userId, seenVersion }: AccountAct): Promise<Done> {
    if (kind === 'account' || userId === null) return this.users.create(payload as CreateUserDto, manager);
    if (kind === 'change')
      return { user: await this.changes.updateIn(manager, userId, seenVersion, payload), password: null };
    const password = kind === 'password-reset' ? await this.passwords.reset(userId, manager) : null;
    if (kind === 'second-factor-reset') await this.factors.endAll(userId, manager);
    return { user: await this.users.find(userId, manager), password };
  }

  /** Once it is committed. */
  async tell({ kind, payload, userId }: AccountAct): Promise<void> {
    if (kind === 'change' && userId !== null) await this.changes.tell(userId, payload);
  }
}
