import { exact, type Exact } from '../exact.js';
import type { Policy } from '../policy.js';
import type { Possibility } from './possibility.js';

export const LIGHTS = ['green', 'amber', 'red', 'grey'] as const;
export type Light = (typeof LIGHTS)[number];

/** The light of an indicator with this pace (design, domain §5). */
export function lightFor(pace: Exact, possibility: Possibility | null, { lights }: Policy): Light {
  if (possibility === 'impossible') return 'red';
  if (possibility === 'certain' || pace.gte(exact(lights.green))) return 'green';
  return pace.gte(exact(lights.amber)) ? 'amber' : 'red';
}

/** A grade that was given shows by its band whether the target is reached. */
export function gradeLight(coefficient: Exact, { gradeBands }: Policy): Light {
  if (coefficient.gte(exact(gradeBands.achieved.from))) return 'green';
  return coefficient.gte(exact(gradeBands.partial.from)) ? 'amber' : 'red';
}
