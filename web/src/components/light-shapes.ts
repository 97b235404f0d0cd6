import type { Light } from '../../../src/domain/outlook/light.js';

/** Says the same as the colour. */
export const LIGHT_SHAPES: Record<Light, string> = { green: '●', amber: '▲', red: '■', grey: '○' };
