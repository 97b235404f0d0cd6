import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { CreateUserDto } from './dto/user.dto.js';
import { User } from './user.entity.js';
import { UsersService } from './users.service.js';
import type { Role } from '../../domain/roles.js';

/** What is printed once, at the first start, and kept nowhere. */
export interface FirstAccount {
  readonly userId: string;
  readonly username: string;
  readonly password: string;
  readonly role: Role;
}

const SHOWN = 20;

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

  /** The three administrators, in the caller's transaction. @returns none where they exist */
  async create(manager: EntityManager): Promise<FirstAccount[]> {
    if (await this.users.hasAdministrators(manager)) return [];
    await manager.query('LOCK TABLE app_user IN SHARE ROW EXCLUSIVE MODE'); // two first starts at once make one set
    return (await this.users.hasAdministrators(manager)) ? [] : this.createAll(manager, ADMINISTRATORS);
  }

  /** Names of the accounts, as long as nobody has ever signed in and set a password of their own. */
  async waiting(): Promise<string[]> {
    const { manager } = this.dataSource;
    if (await manager.existsBy(User, { mustChangePassword: false })) return [];
    const users = await manager.find(User, { select: { username: true }, order: { id: 'ASC' }, take: SHOWN });
    return users.map(({ username }) => username);
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
