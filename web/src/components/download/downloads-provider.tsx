import { useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useCallback, useEffect, useRef, useState } from 'react';
import { DownloadContext } from './use-download.js';
import { type Download, DownloadList } from './download-list.js';
import { saveFile } from './save-file.js';

/** Files that are being fetched, on whatever page one is meanwhile, and what became of those that were not. */
export function DownloadsProvider({ children }: { readonly children: ReactNode }) {
  const queries = useQueryClient();
  const [downloads, setDownloads] = useState<readonly Download[]>([]);
  const controllers = useRef(new Map<string, AbortController>());

  const change = useCallback((href: string, values: Partial<Download> | null) => {
    setDownloads((before) => {
      const others = before.filter((one) => one.href !== href);
      const known = before.find((one) => one.href === href) ?? { href, share: null, error: null };
      return values === null ? others : [...others, { ...known, ...values }];
    });
  }, []);

  const begin = useCallback(
    (href: string) => {
      if (controllers.current.has(href)) return;
      const controller = new AbortController();
      controllers.current.set(href, controller);
      change(href, { share: null, error: null });
      const onProgress = (share: number | null): void => {
        change(href, { share });
      };
      saveFile(queries, href, { signal: controller.signal, onProgress })
        .then(
          () => {
            change(href, null);
          },
          (error: unknown) => {
            change(href, controller.signal.aborted ? null : { error: error as Error });
          },
        )
        .finally(() => controllers.current.delete(href));
    },
    [change, queries],
  );

  useEffect(() => {
    const running = controllers.current;
    return () => {
      for (const controller of running.values()) controller.abort();
    };
  }, []);

  const forget = (href: string): void => {
    controllers.current.get(href)?.abort();
    change(href, null);
  };
  return (
    <DownloadContext value={begin}>
      {children}
      <DownloadList downloads={downloads} onRetry={begin} onForget={forget} />
    </DownloadContext>
  );
}
