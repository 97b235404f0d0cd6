import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Id, SeenVersion } from '../common/http/parameters.js';
import { SectionDto } from './dto/section.dto.js';
import { SectionsService } from './sections.service.js';

@ApiTags('organisation')
@Controller('departments/:departmentId/sections')
export class SectionsController {
  constructor(private readonly sections: SectionsService) {}

  @Get()
  list(@Param('departmentId', Id) departmentId: string) {
    return this.sections.list(departmentId);
  }

  @Post()
  create(@Param('departmentId', Id) departmentId: string, @Body() body: SectionDto) {
    return this.sections.create(departmentId, body);
  }

  @Patch(':id')
  update(
    @Param('departmentId', Id) departmentId: string,
    @Param('id', Id) id: string,
    @SeenVersion() version: number | null,
    @Body() body: SectionDto,
  ) {
    return this.sections.update(departmentId, id, version, body);
  }

  @Delete(':id')
  @HttpCode(204)
  delete(
    @Param('departmentId', Id) departmentId: string,
    @Param('id', Id) id: string,
    @SeenVersion() version: number | null,
  ) {
    return this.sections.delete(departmentId, id, version);
  }
}
