import { AsyncLocalStorage } from 'node:async_hooks';

/** Who does what is being done; without a user it is the service itself, or the command line. */
export interface Acting {
  readonly userId: string | null;
  readonly name: string;
}

const acting = new AsyncLocalStorage<Acting>();

/** Everything that `work` changes is written down under this name, however deep it happens. */
export function actingAs<T>(who: Acting, work: () => T): T {
  return acting.run(who, work);
}

export function whoActs(): Acting {
  return acting.getStore() ?? { userId: null, name: 'service' };
}
