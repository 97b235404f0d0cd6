import type { Light } from '@domain/outlook/light.js';

/** Says the same as the colour. */
export const LIGHT_SHAPES: Record<Light, string> = { green: '●', amber: '▲', red: '■', grey: '○' };
