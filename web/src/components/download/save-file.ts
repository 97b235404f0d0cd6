import type { QueryClient } from '@tanstack/react-query';
import { isSignedOut } from '../../api/api-error.js';
import { type FetchedFile, fetchFile } from '../../api/fetch-file.js';
import { sessionIsBack } from '../../api/session.js';

type Fetching = Parameters<typeof fetchFile>[1];

/** Fetches a file and saves it; one whose session has ended goes on once its person has signed in again. @throws ApiError */
export async function saveFile(queries: QueryClient, href: string, fetching: Fetching): Promise<void> {
  const { name, content } = await fetchFile(href, fetching).catch(async (error: unknown) => {
    if (!isSignedOut(error)) throw error;
    await sessionIsBack(queries, fetching.signal);
    return fetchFile(href, fetching);
  });
  save(name, href, content);
}

/** What is not held here the browser fetches itself: it shows how far it is, and can be told to stop. */
function save(name: string, href: string, content: FetchedFile['content']): void {
  const link = document.createElement('a');
  link.href = content ? URL.createObjectURL(content) : href;
  link.download = name;
  link.click();
  if (!content) return;
  setTimeout(() => {
    URL.revokeObjectURL(link.href);
  }, FOR_SLOW_DISKS_MS);
}

const FOR_SLOW_DISKS_MS = 60_000;
