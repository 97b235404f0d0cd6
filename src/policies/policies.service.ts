import { Injectable } from '@nestjs/common';
import type { Policy } from '../domain/policy.js';
import { policyNamed, readPolicies } from './policies.js';

/** The policies of this installation, read and checked once at start. */
@Injectable()
export class PoliciesService {
  private readonly policies = readPolicies();

  list(): Policy[] {
    return [...this.policies.values()];
  }

  /** @throws DomainError `policy-unknown` */
  get(name: string): Policy {
    return policyNamed(this.policies, name);
  }
}
