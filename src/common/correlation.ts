import { AsyncLocalStorage } from 'node:async_hooks';

/** What a line of the log belongs to: a request (`correlationId`), or a run of a job (`job`, `slot`). */
export type Correlation = Readonly<Record<string, string>>;

const correlating = new AsyncLocalStorage<Correlation>();

/** Every line that is written while `work` is done, however deep, says so. */
export function correlated<T>(ids: Correlation, work: () => T): T {
  return correlating.run(ids, work);
}

export const correlation = (): Correlation => correlating.getStore() ?? {};
