import { useSyncExternalStore } from 'react';

const PREFIX = 'jixiao.reports.';
const listeners = new Set<() => void>();

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** What somebody chose here: it holds until the tab is closed, wherever they go meanwhile; null: nothing yet. */
export function useKept(name: string): readonly [string | null, (chosen: string | null) => void] {
  const key = `${PREFIX}${name}`;
  const kept = useSyncExternalStore(subscribe, () => sessionStorage.getItem(key));
  const keep = (chosen: string | null): void => {
    if (chosen === null) sessionStorage.removeItem(key);
    else sessionStorage.setItem(key, chosen);
    for (const listener of listeners) listener();
  };
  return [kept, keep];
}
