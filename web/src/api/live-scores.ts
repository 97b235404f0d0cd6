import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';

/** What rests on scores: asked for again when the service says that they are other ones. */
const SCORED = [
  '/scores',
  '/scores/summary',
  '/scores/heat-map',
  '/scores/risks',
  '/target-sheets/{id}/score',
  '/reports/preview',
];

/** Follows the service's events as long as the page is open; the browser reconnects by itself. */
export function useLiveScores(follows: boolean): void {
  const queries = useQueryClient();
  useEffect(() => {
    if (!follows) return;
    const events = new EventSource('/api/v1/events');
    const refresh = (): void => {
      void queries.invalidateQueries({ predicate: ({ queryKey: [, path] }) => SCORED.includes(String(path)) });
    };
    events.addEventListener('score-changed', refresh);
    events.addEventListener('ready', refresh);
    return () => {
      events.close();
    };
  }, [follows, queries]);
}
