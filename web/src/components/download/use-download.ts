import { createContext, type MouseEvent, use } from 'react';

/** Begins to fetch and save what is at that address. */
export const DownloadContext = createContext<(href: string) => void>(() => undefined);

/**
 * What makes a link one that saves a file: `<a {...download(address)}>`. Every file is fetched this way, so that an answer
 * which is no file is told in words instead of being saved.
 */
export function useDownload() {
  const begin = use(DownloadContext);
  return (href: string) => ({
    href,
    onClick: (event: MouseEvent) => {
      if (event.metaKey || event.ctrlKey || event.shiftKey) return; // another tab
      event.preventDefault();
      begin(href);
    },
  });
}
