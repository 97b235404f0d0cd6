import { useColourScheme } from './colour-scheme.js';

const LIGHT = {
  text: '#3d4753',
  line: '#d9dfe6',
  surface: '#ffffff',
  blue: '#0b5cad',
  teal: '#0f7b6c',
  amber: '#a05a00',
  red: '#b42318',
  grey: '#6b7684',
};
const DARK: typeof LIGHT = {
  text: '#c3cad4',
  line: '#343b44',
  surface: '#181c21',
  blue: '#6fb1f5',
  teal: '#4cc2ae',
  amber: '#e3a32b',
  red: '#ff8b7e',
  grey: '#98a2b0',
};

export type Palette = typeof LIGHT;

/** Colours that are told apart in light and dark, also by people who see no red and green. */
export const usePalette = (): Palette => (useColourScheme().dark ? DARK : LIGHT);
