import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { v7 as uuid } from 'uuid';
import { NotFoundError } from '../domain/domain-error.js';
import { deleteVersioned, findById, insertRow, updateVersioned } from '../audit/versioned.js';
import { DepartmentsService } from './departments.service.js';
import type { SectionDto, UpdateSectionDto } from './dto/section.dto.js';
import { sectionDisabled } from './errors.js';
import { Section } from './section.entity.js';
import { refuseTwin } from './twins.js';

const WHAT = { zh: '股室', en: 'section' };

@Injectable()
export class SectionsService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly departments: DepartmentsService,
  ) {}

  async list(departmentId: string): Promise<{ items: Section[]; nextCursor: null }> {
    await this.departments.find(departmentId);
    const items = await this.dataSource.manager.find(Section, { where: { departmentId }, order: { id: 'ASC' } });
    return { items, nextCursor: null };
  }

  async create(departmentId: string, { name }: SectionDto, manager = this.dataSource.manager): Promise<Section> {
    await this.departments.findInUse(departmentId, manager);
    const section = { id: uuid(), departmentId, name };
    await refuseTwin(manager, Section, section, { departmentId });
    return insertRow(manager, Section, section);
  }

  async find(departmentId: string, id: string, manager = this.dataSource.manager): Promise<Section> {
    const section = await findById(manager, Section, id, WHAT);
    if (section.departmentId !== departmentId) throw new NotFoundError(WHAT);
    return section;
  }

  /** As `find`, for something new. @throws DomainError `section-disabled` */
  async findInUse(departmentId: string, id: string, manager = this.dataSource.manager): Promise<Section> {
    const section = await this.find(departmentId, id, manager);
    if (section.disabled) throw sectionDisabled(section.name);
    return section;
  }

  /** @throws NotFoundError that names the one that is missing */
  async idsOf(departmentId: string, names: readonly string[]): Promise<string[]> {
    const { items } = await this.list(departmentId);
    return names.map((name) => {
      const section = items.find((candidate) => candidate.name === name);
      if (!section) throw new NotFoundError({ zh: `股室“${name}”`, en: `section “${name}”` });
      return section.id;
    });
  }

  async update(departmentId: string, id: string, version: number | null, changes: UpdateSectionDto): Promise<Section> {
    await this.find(departmentId, id);
    const { manager } = this.dataSource;
    if (changes.name) await refuseTwin(manager, Section, { id, name: changes.name }, { departmentId });
    return updateVersioned(manager, Section, { id, version }, changes, WHAT);
  }

  async delete(departmentId: string, id: string, version: number | null): Promise<void> {
    await this.find(departmentId, id);
    await deleteVersioned(this.dataSource.manager, Section, { id, version }, WHAT);
  }
}
