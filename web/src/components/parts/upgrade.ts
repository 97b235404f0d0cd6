const RELOADED_FOR = 'jixiao.reloaded-for';

/** What a built page runs: its name changes with every build. */
const programOf = (page: Document): string | null =>
  page.querySelector('script[type=module][src]')?.getAttribute('src') ?? null;

async function newestProgram(): Promise<string | null> {
  try {
    const answer = await fetch('/', { cache: 'no-store' });
    return answer.ok ? programOf(new DOMParser().parseFromString(await answer.text(), 'text/html')) : null;
  } catch {
    return null; // nobody there to ask
  }
}

/**
 * Reloads the page when the service has been upgraded since: parts of the old build are gone. Once for each build, so that
 * a page that is broken for another reason does not reload for ever.
 * @returns whether it does
 */
export async function reloadAfterUpgrade(): Promise<boolean> {
  const newest = await newestProgram();
  if (newest === null || newest === programOf(document) || sessionStorage.getItem(RELOADED_FOR) === newest)
    return false;
  sessionStorage.setItem(RELOADED_FOR, newest);
  location.reload();
  return true;
}
