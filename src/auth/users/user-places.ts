import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { MAY_HAVE_DEPARTMENT, OF_A_DEPARTMENT } from '../../domain/roles.js';
import { SectionsService } from '../../organisation/sections.service.js';
import type { CreateUserDto } from './dto/user.dto.js';
import { ofNoDepartment, withoutDepartment } from './errors.js';

/** Heads and reporters belong to a department, sections to that department; the administrators to none. */
@Injectable()
export class UserPlaces {
  constructor(private readonly sections: SectionsService) {}

  /** @throws DomainError `role-place`, NotFoundError */
  async check(
    { role, departmentId, sectionIds = [] }: Pick<CreateUserDto, 'role' | 'departmentId' | 'sectionIds'>,
    manager: EntityManager,
  ): Promise<void> {
    if (OF_A_DEPARTMENT.includes(role) && !departmentId) throw withoutDepartment();
    if (!MAY_HAVE_DEPARTMENT.includes(role) && departmentId) throw ofNoDepartment();
    if (departmentId) for (const sectionId of sectionIds) await this.sections.find(departmentId, sectionId, manager);
  }
}
