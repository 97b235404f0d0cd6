import { Module } from '@nestjs/common';
import { ContactsController } from './contacts.controller.js';
import { ContactsService } from './contacts.service.js';
import { DepartmentsController } from './departments.controller.js';
import { DepartmentsService } from './departments.service.js';
import { SectionsController } from './sections.controller.js';
import { SectionsService } from './sections.service.js';

@Module({
  controllers: [DepartmentsController, SectionsController, ContactsController],
  providers: [DepartmentsService, SectionsService, ContactsService],
  exports: [DepartmentsService, SectionsService, ContactsService],
})
export class OrganisationModule {}
