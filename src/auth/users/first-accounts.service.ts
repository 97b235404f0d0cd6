import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { CreateUserDto } from './dto/user.dto.js';
import { UsersService } from './users.service.js';
import type { Role } from '../../domain/roles.js';

/** What is printed once, at the first start, and kept nowhere. */
export interface FirstAccount {
  readonly userId: string;
  readonly username: string;
  readonly password: string;
  readonly role: Role;
}

// The security administrator then makes everybody else.
const ADMINISTRATORS = [
  { username: 'sysadmin', displayName: '系统管理员', role: 'system-administrator' },
  { username: 'secadmin', displayName: '安全管理员', role: 'security-administrator' },
  { username: 'auditor', displayName: '审计员', role: 'auditor' },
] as const;

/** The accounts of a new installation. */
@Injectable()
export class FirstAccountsService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly users: UsersService,
  ) {}

  /** The three administrators. @returns none where they exist */
  create(): Promise<FirstAccount[]> {
    return this.dataSource.transaction(async (manager) => {
      await manager.query('LOCK TABLE app_user IN SHARE ROW EXCLUSIVE MODE'); // two first starts at once make one set
      return (await this.users.hasAdministrators(manager)) ? [] : this.createAll(manager, ADMINISTRATORS);
    });
  }

  async createAll(manager: EntityManager, accounts: readonly CreateUserDto[]): Promise<FirstAccount[]> {
    const created: FirstAccount[] = [];
    for (const account of accounts) {
      const { user, password } = await this.users.create(account, manager);
      created.push({ userId: user.id, username: account.username, password, role: account.role });
    }
    return created;
  }
}
