import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Access, CurrentScope } from '../common/access/access.decorator.js';
import { departmentList, type Scope } from '../common/access/actor.js';
import { Idempotent } from '../common/http/idempotency/idempotent.decorator.js';
import { Id, SeenVersion } from '../common/http/parameters.js';
import type { ContactDuty } from './contact.entity.js';
import { ContactsService } from './contacts.service.js';
import { CreateContactDto, UpdateContactDto } from './dto/contact.dto.js';
import { ContactsQuery } from './dto/organisation.query.js';
import { MANAGERS, READERS } from '../domain/roles.js';
import { officeDutyOfOffice } from './errors.js';

const ROW = { resource: 'contact', parameter: 'id' } as const;
const DEPARTMENT = { resource: 'department', parameter: 'departmentId', in: 'body' } as const;
const ACCOUNT = { resource: 'user', parameter: 'userId', in: 'body' } as const;

@ApiTags('organisation')
@Controller('contacts')
export class ContactsController {
  constructor(private readonly contacts: ContactsService) {}

  @Get()
  @Access({ roles: READERS })
  list(@Query() query: ContactsQuery, @CurrentScope() scope: Scope) {
    return this.contacts.list(query, scope);
  }

  @Get(':id')
  @Access({ roles: READERS, row: ROW })
  find(@Param('id', Id) id: string) {
    return this.contacts.find(id);
  }

  @Post()
  @Idempotent()
  @Access({ roles: MANAGERS, row: [DEPARTMENT, ACCOUNT] })
  create(@Body() body: CreateContactDto, @CurrentScope() scope: Scope) {
    checkOfficeDuty(scope, body.duty);
    return this.contacts.create(body);
  }

  @Patch(':id')
  @Access({ roles: MANAGERS, row: [ROW, ACCOUNT] })
  async update(
    @Param('id', Id) id: string,
    @SeenVersion() version: number | null,
    @Body() body: UpdateContactDto,
    @CurrentScope() scope: Scope,
  ) {
    checkOfficeDuty(scope, (await this.contacts.find(id)).duty, body.duty);
    return this.contacts.update(id, version, body);
  }

  @Delete(':id')
  @Access({ roles: MANAGERS, row: ROW })
  @HttpCode(204)
  async delete(@Param('id', Id) id: string, @SeenVersion() version: number | null, @CurrentScope() scope: Scope) {
    checkOfficeDuty(scope, (await this.contacts.find(id)).duty);
    return this.contacts.delete(id, version);
  }
}

/** Whoever has that duty reads of all departments in mails, whichever they belong to. @throws DomainError `office-duty-of-office` */
function checkOfficeDuty(scope: Scope, ...duties: readonly (ContactDuty | undefined)[]): void {
  if (departmentList(scope) !== null && duties.includes('office')) throw officeDutyOfOffice();
}
