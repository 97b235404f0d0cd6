import { createContext, useContext, useSyncExternalStore } from 'react';
import type { EntrySaving } from './entry-saving.js';
import type { InHand } from './in-hand.js';

export const SavingContext = createContext<EntrySaving | null>(null);

export function useSaving(): EntrySaving {
  const saving = useContext(SavingContext);
  if (!saving) throw new Error('nobody is signed in');
  return saving;
}

/** What is not saved of an entry; undefined where everything is. */
export function useHand(key: string): InHand | undefined {
  const saving = useSaving();
  return useSyncExternalStore(saving.subscribe, () => saving.hand(key));
}

/** Everything that is not saved, by the keys of its entries. */
export function useHands(): ReadonlyMap<string, InHand> {
  const saving = useSaving();
  return useSyncExternalStore(saving.subscribe, saving.all);
}
