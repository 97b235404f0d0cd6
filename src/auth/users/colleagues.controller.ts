import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Access, CurrentScope } from '../../common/access/access.decorator.js';
import type { Scope } from '../../common/access/actor.js';
import { PageQuery } from '../../common/http/page.js';
import { DeputiesService } from './deputies.service.js';
import { ENTERERS } from '../../domain/roles.js';

/** Names of colleagues: whom one can choose as a deputy. */
@ApiTags('users')
@Access({ roles: ENTERERS })
@Controller('colleagues')
export class ColleaguesController {
  constructor(private readonly deputies: DeputiesService) {}

  @Get()
  list(@Query() query: PageQuery, @CurrentScope() scope: Scope) {
    return this.deputies.colleagues(query, scope);
  }
}
