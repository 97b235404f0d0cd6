import { AsyncLocalStorage } from 'node:async_hooks';

/** From where something is asked for, and in which request; null: nobody asks over HTTP, as a job or the command line. */
export interface Asking {
  readonly address: string | null;
  readonly requestId: string | null;
}

const asking = new AsyncLocalStorage<Asking>();

/** Everything that `work` writes into the audit log says so, however deep it happens. */
export function askedBy<T>(from: Asking, work: () => T): T {
  return asking.run(from, work);
}

export const whoAsks = (): Asking => asking.getStore() ?? { address: null, requestId: null };
