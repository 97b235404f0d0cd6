import { useEffect, useState, useSyncExternalStore } from 'react';
import { useIsPrinting } from './use-is-printing.js';

const STORED = 'jixiao.theme';

const systemsChoice = () => matchMedia('(prefers-color-scheme: dark)');

function subscribe(changed: () => void): () => void {
  const system = systemsChoice();
  system.addEventListener('change', changed);
  return () => {
    system.removeEventListener('change', changed);
  };
}

/** What was chosen on this machine, else what the system prefers, also when that changes in the evening. */
export function useStoredDark() {
  const [chosen, setChosen] = useState(() => localStorage.getItem(STORED));
  const preferred = useSyncExternalStore(subscribe, () => systemsChoice().matches);
  const isPrinting = useIsPrinting();
  const dark = (chosen === null ? preferred : chosen === 'dark') && !isPrinting; // paper is white
  useEffect(() => {
    document.documentElement.dataset.theme = dark ? 'dark' : 'light';
  }, [dark]);
  const onDark = (asked: boolean): void => {
    const choice = asked ? 'dark' : 'light';
    localStorage.setItem(STORED, choice);
    setChosen(choice);
  };
  return { dark, onDark };
}
