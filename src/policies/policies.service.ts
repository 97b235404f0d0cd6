import { Injectable } from '@nestjs/common';
import type { Policy } from '../domain/policy.js';
import { policyNamed, readPolicies } from './policies.js';

const DEFAULT_POLICY = 'national-2020';

/** The policies of this installation, read and checked once at start. */
@Injectable()
export class PoliciesService {
  private readonly policies = readPolicies();

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
