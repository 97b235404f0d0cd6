import { Controller, Delete, Get, HttpCode, Param, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Access, CurrentScope } from '../../common/access/access.decorator.js';
import type { Scope } from '../../common/access/actor.js';
import { Id, SeenVersion } from '../../common/http/parameters.js';
import { AliasQuery } from '../dto/alias.dto.js';
import { DepartmentAliasesService } from './department-aliases.service.js';
import { MANAGERS } from '../../domain/roles.js';

const ROW = { resource: 'department-alias', parameter: 'id' } as const;

@ApiTags('organisation')
@Controller('department-aliases')
export class DepartmentAliasesController {
  constructor(private readonly aliases: DepartmentAliasesService) {}

  /** Names by which documents find a department beside its own: said by a person while importing, or former ones. */
  @Get()
  @Access({ roles: MANAGERS })
  list(@Query() query: AliasQuery, @CurrentScope() scope: Scope) {
    return this.aliases.list(query, scope);
  }

  /** Drafts and sheets stay as they are; the next document asks again. What the performance office has said stays its own. */
  @Delete(':id')
  @Access({ roles: MANAGERS, row: ROW })
  @HttpCode(204)
  remove(@Param('id', Id) id: string, @SeenVersion() version: number | null) {
    return this.aliases.remove(id, version);
  }
}
