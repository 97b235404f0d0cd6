import { useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useEffect, useState } from 'react';
import { useShowEntries } from '../../../api/progress.js';
import { SESSION_KEY } from '../../../api/session.js';
import { EntrySaving } from './entry-saving.js';
import { Journal } from './journal.js';
import { sendingFor } from './send-entries.js';
import { SavingContext } from './use-saving.js';

interface SavingProviderProps {
  readonly userId: string;
  readonly children: ReactNode;
}

/** Saves what is typed on whatever page, as long as somebody is signed in. One for each user: give it their id as `key`. */
export function SavingProvider({ userId, children }: SavingProviderProps) {
  const queries = useQueryClient();
  const show = useShowEntries();
  const [saving] = useState(() => {
    const onSignedOut = (): void => void queries.invalidateQueries({ queryKey: SESSION_KEY });
    const after = (ms: number, run: () => void) => {
      const timer = setTimeout(run, ms);
      return () => {
        clearTimeout(timer);
      };
    };
    return new EntrySaving(
      { send: sendingFor({ show, onSignedOut }), now: () => Date.now(), after },
      new Journal(localStorage, userId),
    );
  });
  useEffect(() => {
    saving.start();
    window.addEventListener('online', saving.tryAgain);
    return () => {
      window.removeEventListener('online', saving.tryAgain);
      saving.stop();
    };
  }, [saving]);
  return <SavingContext value={saving}>{children}</SavingContext>;
}
