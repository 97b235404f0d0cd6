import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { recordInAuditLog } from '../../audit/audit-log.js';
import { witnessed } from '../../audit/rows/witnessed.js';
import { updateVersioned } from '../../audit/versioned.js';
import { ConflictError } from '../../domain/domain-error.js';
import { successorUnfit } from './errors.js';
import { ContactsService } from '../../organisation/contacts.service.js';
import type { HandoverDto } from './dto/user.dto.js';
import { SessionsRepository } from '../sessions/sessions.repository.js';
import { User } from './user.entity.js';
import { UsersRepository } from './users.repository.js';
import { UsersService, WHAT } from './users.service.js';

/** 轮岗: one action moves a person's open duties to another. What they did stays theirs in every history. */
@Injectable()
export class HandoverService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly users: UsersService,
    private readonly repository: UsersRepository,
    private readonly contacts: ContactsService,
    private readonly sessions: SessionsRepository,
  ) {}

  /** @throws DomainError `handover-unfit`, ConflictError */
  async handOver(id: string, version: number | null, { to, reason }: HandoverDto): Promise<{ from: User; to: User }> {
    const handed = await this.dataSource.transaction(async (manager) => {
      const [former, successor] = await this.users.lockBoth(id, to, manager);
      if (former.version !== version) throw new ConflictError(former, former.version);
      checkFit(former, successor);
      const sectionIds = [...new Set([...successor.sectionIds, ...former.sectionIds])];
      await updateVersioned(manager, User, former, { sectionIds: [] }, WHAT);
      await updateVersioned(manager, User, successor, { sectionIds }, WHAT);
      const represented = await manager.find(User, { select: { id: true }, where: { deputyId: id } });
      const { result: deputyOf, covers } = await witnessed(
        manager,
        { app_user: represented.map((user) => user.id) },
        () => this.repository.replaceDeputy(manager, id, to),
      );
      const contacts = await this.contacts.handOver(manager, id, successor);
      await this.sessions.endAllOf(manager, id);
      await recordInAuditLog(manager, {
        action: 'app_user.handed-over',
        subjectType: 'app_user',
        subjectId: id,
        departmentId: former.departmentId,
        after: { to, sectionIds: former.sectionIds, contactIds: contacts.map((contact) => contact.id), deputyOf },
        reason,
        covers,
      });
      return { from: await this.users.find(id, manager), to: await this.users.find(to, manager) };
    });
    await this.contacts.accountChanged(to);
    return handed;
  }
}

function checkFit(former: User, successor: User): void {
  const fits =
    former.id !== successor.id &&
    !successor.disabled &&
    former.role === successor.role &&
    former.departmentId === successor.departmentId;
  if (!fits) throw successorUnfit();
}
