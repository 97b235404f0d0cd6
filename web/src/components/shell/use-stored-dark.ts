import { useEffect, useState } from 'react';

const STORED = 'jixiao.theme';

/** What was chosen on this machine, else what the system prefers. */
function initiallyDark(): boolean {
  const stored = localStorage.getItem(STORED);
  return stored === null ? matchMedia('(prefers-color-scheme: dark)').matches : stored === 'dark';
}

export function useStoredDark() {
  const [dark, setDark] = useState(initiallyDark);
  useEffect(() => {
    document.documentElement.dataset.theme = dark ? 'dark' : 'light';
  }, [dark]);
  const onDark = (chosen: boolean): void => {
    localStorage.setItem(STORED, chosen ? 'dark' : 'light');
    setDark(chosen);
  };
  return { dark, onDark };
}
