import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Access, CurrentScope } from '../common/access/access.decorator.js';
import type { Scope } from '../common/access/actor.js';
import { Idempotent } from '../common/http/idempotency/idempotent.decorator.js';
import { Id, SeenVersion } from '../common/http/parameters.js';
import { ContactsService } from './contacts.service.js';
import { CreateContactDto, UpdateContactDto } from './dto/contact.dto.js';
import { ContactsQuery } from './dto/organisation.query.js';
import { MANAGERS, READERS } from '../domain/roles.js';

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
  create(@Body() body: CreateContactDto) {
    return this.contacts.create(body);
  }

  @Patch(':id')
  @Access({ roles: MANAGERS, row: [ROW, ACCOUNT] })
  update(@Param('id', Id) id: string, @SeenVersion() version: number | null, @Body() body: UpdateContactDto) {
    return this.contacts.update(id, version, body);
  }

  @Delete(':id')
  @Access({ roles: MANAGERS, row: ROW })
  @HttpCode(204)
  delete(@Param('id', Id) id: string, @SeenVersion() version: number | null) {
    return this.contacts.delete(id, version);
  }
}
