import path from 'node:path';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Configuration } from '../config/configuration.js';
import type { Policy } from '../domain/policy.js';
import { keepLocalPolicies } from './local-policies.js';
import { policyNamed, readPolicies } from './policies.js';

const DEFAULT_POLICY = 'national-2020';

/** The policies of this installation, read and checked once at start: those that are shipped, and its own. */
@Injectable()
export class PoliciesService implements OnModuleInit {
  private readonly shipped = readPolicies();
  private readonly policies = new Map(this.shipped);

  constructor(
    private readonly dataSource: DataSource,
    private readonly configuration: Configuration,
  ) {}

  /** Own policies lie in `DATA_DIR/policies`. @throws DomainError `policy-invalid`, `policy-changed`: do not start */
  async onModuleInit(): Promise<void> {
    const folder = path.join(this.configuration.DATA_DIR, 'policies');
    for (const policy of await keepLocalPolicies(this.dataSource, folder, [...this.shipped.keys()]))
      this.policies.set(policy.name, policy);
  }

  /** What holds for sheets that name no other, and for many sheets together. */
  default(): Policy {
    return this.get(DEFAULT_POLICY);
  }

  list(): Policy[] {
    return [...this.policies.values()];
  }

  /** @throws DomainError `policy-unknown` */
  get(name: string): Policy {
    return policyNamed(this.policies, name);
  }
}
