import { useSyncExternalStore } from 'react';

let isPrinting = false;

function subscribe(changed: () => void): () => void {
  const tell = ({ type }: Event): void => {
    isPrinting = type === 'beforeprint';
    changed();
  };
  addEventListener('beforeprint', tell);
  addEventListener('afterprint', tell);
  return () => {
    removeEventListener('beforeprint', tell);
    removeEventListener('afterprint', tell);
  };
}

export const useIsPrinting = (): boolean => useSyncExternalStore(subscribe, () => isPrinting);
