import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { PageQuery } from '../common/http/page.js';
import { Id, SeenVersion } from '../common/http/parameters.js';
import { DepartmentsService } from './departments.service.js';
import { CreateDepartmentDto, UpdateDepartmentDto } from './dto/department.dto.js';

@ApiTags('organisation')
@Controller('departments')
export class DepartmentsController {
  constructor(private readonly departments: DepartmentsService) {}

  @Get()
  list(@Query() query: PageQuery) {
    return this.departments.list(query);
  }

  @Get(':id')
  find(@Param('id', Id) id: string) {
    return this.departments.find(id);
  }

  @Post()
  create(@Body() body: CreateDepartmentDto) {
    return this.departments.create(body);
  }

  @Patch(':id')
  update(@Param('id', Id) id: string, @SeenVersion() version: number | null, @Body() body: UpdateDepartmentDto) {
    return this.departments.update(id, version, body);
  }

  @Delete(':id')
  @HttpCode(204)
  delete(@Param('id', Id) id: string, @SeenVersion() version: number | null) {
    return this.departments.delete(id, version);
  }
}
