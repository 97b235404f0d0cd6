import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Access, CurrentScope } from '../common/access/access.decorator.js';
import type { Scope } from '../common/access/actor.js';
import { Idempotent } from '../common/http/idempotency/idempotent.decorator.js';
import { PageQuery } from '../common/http/page.js';
import { Id, SeenVersion } from '../common/http/parameters.js';
import { DepartmentsService } from './departments.service.js';
import { CreateDepartmentDto, UpdateDepartmentDto } from './dto/department.dto.js';
import { ORGANISATION_READERS } from '../domain/roles.js';

const ROW = { resource: 'department', parameter: 'id' } as const;

@ApiTags('organisation')
@Controller('departments')
export class DepartmentsController {
  constructor(private readonly departments: DepartmentsService) {}

  @Get()
  @Access({ roles: ORGANISATION_READERS })
  list(@Query() query: PageQuery, @CurrentScope() scope: Scope) {
    return this.departments.list(query, scope);
  }

  @Get(':id')
  @Access({ roles: ORGANISATION_READERS, row: ROW })
  find(@Param('id', Id) id: string) {
    return this.departments.find(id);
  }

  @Post()
  @Idempotent()
  @Access({ roles: ['performance-office'] })
  create(@Body() body: CreateDepartmentDto) {
    return this.departments.create(body);
  }

  @Patch(':id')
  @Access({ roles: ['performance-office'], row: ROW })
  update(@Param('id', Id) id: string, @SeenVersion() version: number | null, @Body() body: UpdateDepartmentDto) {
    return this.departments.update(id, version, body);
  }

  @Delete(':id')
  @Access({ roles: ['performance-office'], row: ROW })
  @HttpCode(204)
  delete(@Param('id', Id) id: string, @SeenVersion() version: number | null) {
    return this.departments.delete(id, version);
  }
}
