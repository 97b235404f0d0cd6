import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Access, CurrentScope } from '../../common/access/access.decorator.js';
import type { Scope } from '../../common/access/actor.js';
import { MANAGERS } from '../../domain/roles.js';
import { OrganisationQuery } from '../dto/organisation.query.js';
import { OrganisationService } from './organisation.service.js';

@ApiTags('organisation')
@Access({ roles: MANAGERS })
@Controller('organisation')
export class OrganisationController {
  constructor(private readonly organisation: OrganisationService) {}

  /**
   * The departments with their numbers of sections and people, and whom each lacks: a head, reporters of sections, mail
   * addresses. `total` and `lacking` count what the search finds.
   */
  @Get()
  overview(@Query() query: OrganisationQuery, @CurrentScope() scope: Scope) {
    return this.organisation.overview(query, scope);
  }
}
