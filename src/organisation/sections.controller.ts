import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Access } from '../common/access/access.decorator.js';
import { Idempotent } from '../common/http/idempotency/idempotent.decorator.js';
import { Id, SeenVersion } from '../common/http/parameters.js';
import { SectionDto, UpdateSectionDto } from './dto/section.dto.js';
import { SectionsService } from './sections.service.js';
import { MANAGERS, ORGANISATION_READERS } from '../domain/roles.js';

const DEPARTMENT = { resource: 'department', parameter: 'departmentId' } as const;
const SECTION = { resource: 'section', parameter: 'id' } as const;

@ApiTags('organisation')
@Controller('departments/:departmentId/sections')
export class SectionsController {
  constructor(private readonly sections: SectionsService) {}

  @Get()
  @Access({ roles: ORGANISATION_READERS, row: DEPARTMENT })
  list(@Param('departmentId', Id) departmentId: string) {
    return this.sections.list(departmentId);
  }

  @Post()
  @Idempotent()
  @Access({ roles: MANAGERS, row: DEPARTMENT })
  create(@Param('departmentId', Id) departmentId: string, @Body() body: SectionDto) {
    return this.sections.create(departmentId, body);
  }

  @Patch(':id')
  @Access({ roles: MANAGERS, row: [DEPARTMENT, SECTION] })
  update(
    @Param('departmentId', Id) departmentId: string,
    @Param('id', Id) id: string,
    @SeenVersion() version: number | null,
    @Body() body: UpdateSectionDto,
  ) {
    return this.sections.update(departmentId, id, version, body);
  }

  @Delete(':id')
  @Access({ roles: MANAGERS, row: [DEPARTMENT, SECTION] })
  @HttpCode(204)
  delete(
    @Param('departmentId', Id) departmentId: string,
    @Param('id', Id) id: string,
    @SeenVersion() version: number | null,
  ) {
    return this.sections.delete(departmentId, id, version);
  }
}
