import { reloadAfterUpgrade } from './upgrade.js';

const WAITS_MS = [500, 2000];

/** A part of the client that is fetched when it is needed; asked for again when the network fails for a moment. */
export async function fetchPart<T>(load: () => Promise<T>, [wait, ...later]: readonly number[] = WAITS_MS): Promise<T> {
  try {
    return await load();
  } catch (error) {
    if (await reloadAfterUpgrade()) return new Promise(() => undefined); // the page goes away
    if (wait === undefined) throw error;
    await new Promise((resolve) => setTimeout(resolve, wait));
    return fetchPart(load, later);
  }
}
