import { useEffect, useState } from 'react';
import { useIsPrinting } from './use-is-printing.js';

const STORED = 'jixiao.theme';

/** What was chosen on this machine, else what the system prefers. */
function initiallyDark(): boolean {
  const stored = localStorage.getItem(STORED);
  return stored === null ? matchMedia('(prefers-color-scheme: dark)').matches : stored === 'dark';
}

export function useStoredDark() {
  const [chosen, setChosen] = useState(initiallyDark);
  const isPrinting = useIsPrinting();
  const dark = chosen && !isPrinting; // paper is white
  useEffect(() => {
    document.documentElement.dataset.theme = dark ? 'dark' : 'light';
  }, [dark]);
  const onDark = (asked: boolean): void => {
    localStorage.setItem(STORED, asked ? 'dark' : 'light');
    setChosen(asked);
  };
  return { dark, onDark };
}
