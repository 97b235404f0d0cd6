import { Module } from '@nestjs/common';
import { AddressChanges } from './address-changes.js';
import { ContactNews } from './contact-news.js';
import { DepartmentAliasesController } from './aliases/department-aliases.controller.js';
import { DepartmentAliasesService } from './aliases/department-aliases.service.js';
import { ContactsController } from './contacts.controller.js';
import { ContactsService } from './contacts.service.js';
import { DepartmentsController } from './departments.controller.js';
import { DepartmentsService } from './departments.service.js';
import { OrganisationController } from './overview/organisation.controller.js';
import { OrganisationRepository } from './overview/organisation.repository.js';
import { OrganisationService } from './overview/organisation.service.js';
import { SectionsController } from './sections.controller.js';
import { SectionsService } from './sections.service.js';

@Module({
  controllers: [
    OrganisationController,
    DepartmentsController,
    DepartmentAliasesController,
    SectionsController,
    ContactsController,
  ],
  providers: [
    OrganisationRepository,
    OrganisationService,
    DepartmentsService,
    DepartmentAliasesService,
    SectionsService,
    ContactsService,
    AddressChanges,
    ContactNews,
  ],
  exports: [
    DepartmentsService,
    DepartmentAliasesService,
    SectionsService,
    ContactsService,
    AddressChanges,
    ContactNews,
  ],
})
export class OrganisationModule {}
