import { useState } from 'react';
import { useIsWide } from '../../components/use-is-wide.js';
import { useAddress } from '../../period/use-address.js';
import type { WaitingEntry } from './waiting-entry.js';

/**
 * Which entry is looked at: the one that the address names. Once it is decided on and gone, the one that has moved to its
 * place; on a phone, where the list comes first, none.
 */
export function useOpenEntry(waiting: readonly WaitingEntry[]) {
  const isWide = useIsWide();
  const { address, choose } = useAddress();
  const [place, setPlace] = useState(0);
  const named = waiting.findIndex(({ entry }) => entry.id === address.get('entry'));
  const at = named >= 0 || !isWide ? named : Math.min(place, waiting.length - 1);
  const open = (index: number): void => {
    const one = waiting[index];
    if (!one) return;
    setPlace(index);
    choose({ entry: one.entry.id });
  };
  return {
    shown: waiting[at],
    isWide,
    open,
    next: () => {
      open(at + 1);
    },
    before: () => {
      open(at - 1);
    },
  };
}
