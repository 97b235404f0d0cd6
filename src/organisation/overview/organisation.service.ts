import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Scope } from '../../common/access/actor.js';
import { pageOf } from '../../common/http/page.js';
import type { OrganisationQuery } from '../dto/organisation.query.js';
import { OrganisationRepository } from './organisation.repository.js';

/** The departments at a glance, with whom each lacks. */
@Injectable()
export class OrganisationService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly repository: OrganisationRepository,
  ) {}

  async overview(query: OrganisationQuery, scope: Scope) {
    const { manager } = this.dataSource;
    const page = pageOf(await this.repository.page(manager, query, scope, query.limit + 1), query.limit);
    return { ...page, ...(await this.repository.counts(manager, query, scope)) };
  }
}
