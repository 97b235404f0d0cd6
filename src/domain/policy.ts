import type { Grade } from './indicator.js';
import type { Message } from './domain-error.js';

/** Points for budget execution where a sheet prints none. */
export const EXECUTION_POINTS = '10';

export const RATINGS = ['excellent', 'good', 'fair', 'poor'] as const;
/** 优, 良, 中, 差. */
export type Rating = (typeof RATINGS)[number];

/** From `from` (included) to `to`; the upper end belongs to the band only where `to` is 1. */
export interface Band {
  readonly from: string;
  readonly to: string;
}

/**
 * A scoring policy: how completion turns into points. Versioned data in `policies/*.json`, checked against
 * `policies/policy.schema.json`; numbers are decimal strings.
 */
export interface Policy {
  readonly name: string;
  readonly version: string;
  readonly title: Message;
  /** The regulation it follows. */
  readonly source: string;
  /** Points for budget execution where a sheet does not set its own. */
  readonly executionWeight: string;
  /** What an `=` target earns when it is exceeded: all of it, target ÷ actual, or nothing. */
  readonly equalsAbove: 'full' | 'symmetric' | 'zero';
  /** The share of its points that something earns which was completed after its day; nothing where it is left out. */
  readonly lateCompletion?: string;
  /** Highest step first; below the last one nothing is earned. */
  readonly gradedSteps: readonly { readonly from: string; readonly coefficient: string }[];
  readonly gradeBands: Readonly<Record<Grade, Band>>;
  /** A target exceeded by this share is flagged, or costs points. */
  readonly deviation: { readonly threshold: string; readonly action: 'flag' | 'deduct'; readonly points?: string };
  /** Highest first; the last one starts at 0. */
  readonly ratings: readonly { readonly from: string; readonly rating: Rating }[];
  /** Spending less than this share of the budget caps the normalised score. */
  readonly executionCaps: readonly { readonly below: string; readonly cap: string }[];
  /** Pace from which a light is green, or amber. */
  readonly lights: { readonly green: string; readonly amber: string };
}
