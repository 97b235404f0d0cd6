import type { Light } from '@domain/outlook/light.js';
import type { Standing } from '@domain/scoring/unjudged.js';

/** Says the same as the colour. */
export const LIGHT_SHAPES: Record<Light, string> = { green: '●', amber: '▲', red: '■', grey: '○' };

/** Hollow, since nothing is judged, and each of its own. */
export const STANDING_SHAPES: Record<Exclude<Standing, 'judged'>, string> = {
  'not-begun': '□',
  ended: '⊘',
  'not-applicable': '–',
  waiting: '△',
  'not-due': '·',
  missing: '◌',
};
