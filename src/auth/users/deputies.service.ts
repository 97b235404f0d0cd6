import { Injectable } from '@nestjs/common';
import { DataSource, In, IsNull, MoreThan } from 'typeorm';
import { inScope, type Scope } from '../../common/access/actor.js';
import { type Page, pageOf, type PageQuery } from '../../common/http/page.js';
import { ENTERERS } from '../../domain/roles.js';
import { checkAbsence } from '../../domain/reminding/absence.js';
import { deputyUnfit } from './errors.js';
import type { AbsenceDto } from '../../organisation/dto/absence.dto.js';
import { User } from './user.entity.js';

const SHOWN = { id: true, username: true, displayName: true, role: true, departmentId: true } as const;

/** Somebody of the caller's departments, as colleagues see them. */
export type Colleague = Pick<User, keyof typeof SHOWN>;

/** Who may stand in for whom. */
@Injectable()
export class DeputiesService {
  constructor(private readonly dataSource: DataSource) {}

  /** Whom the caller can name as a deputy, or as the account of a contact. */
  async colleagues({ limit, cursor }: PageQuery, scope: Scope): Promise<Page<Colleague>> {
    const place = { ...inScope<User>(scope, 'departmentId'), ...(cursor && { id: MoreThan(cursor) }) };
    const where = { ...place, role: In(ENTERERS), disabled: false };
    const options = { select: SHOWN, where, order: { id: 'ASC' }, take: limit + 1 } as const;
    return pageOf(await this.dataSource.manager.find(User, options), limit);
  }

  /** @throws DomainError `absence-invalid`, `deputy-unfit` */
  async check(user: User, changes: AbsenceDto): Promise<void> {
    checkAbsence({ ...user, ...changes }, changes);
    if (changes.deputyId && !(await this.isFit(user, changes.deputyId))) throw deputyUnfit();
  }

  private async isFit({ id, departmentId }: User, deputyId: string): Promise<boolean> {
    if (deputyId === id) return false;
    const where = { id: deputyId, departmentId: departmentId ?? IsNull(), role: In(ENTERERS), disabled: false };
    return this.dataSource.manager.existsBy(User, where);
  }
}
