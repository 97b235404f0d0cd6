import { createContext, useContext } from 'react';

interface Scheme {
  readonly dark: boolean;
  readonly onDark: (dark: boolean) => void;
}

/** Light or dark, for the switch in the header and for charts, which draw their colours themselves. */
export const ColourScheme = createContext<Scheme>({ dark: false, onDark: () => undefined });

export const useColourScheme = (): Scheme => useContext(ColourScheme);
