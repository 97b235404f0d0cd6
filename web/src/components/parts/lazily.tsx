import { type ComponentType, use } from 'react';
import { fetchPart } from './fetch-part.js';

/** A part of the client could not be fetched, though it was asked for several times. */
export class PartMissingError extends Error {
  constructor(
    cause: unknown,
    /** From then on it is asked for again. */
    readonly forget: () => void,
  ) {
    super(cause instanceof Error ? cause.message : String(cause), { cause });
  }
}

interface Lazily<P> {
  (props: P): React.JSX.Element;
  /** Begins to fetch it. */
  preload: () => void;
}

/** A component that is fetched when it is first shown, or about to be. Unlike React.lazy it can be asked for again. */
export function lazily<P extends object>(load: () => Promise<ComponentType<P>>): Lazily<P> {
  let fetching: Promise<ComponentType<P>> | undefined;
  const forget = (): void => {
    fetching = undefined;
  };
  const begin = (): Promise<ComponentType<P>> =>
    (fetching ??= fetchPart(load).catch((error: unknown) => {
      throw new PartMissingError(error, forget);
    }));
  const Lazy = (props: P) => {
    const Component = use(begin());
    return <Component {...props} />;
  };
  return Object.assign(Lazy, {
    preload: () => {
      begin().catch(() => undefined); // said where it is shown
    },
  });
}
