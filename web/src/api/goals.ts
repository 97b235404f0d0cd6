import { answer, api, client, seen } from './client.js';
import type { components } from './schema.js';
import { useChange } from './sheets.js';

export type GoalLine = components['schemas']['NamedLine'];

const MONTHS = '/goals/{id}/progress';

/** The line of every month that has one. */
export const useGoalLines = (id: string) => api.useQuery('get', MONTHS, { params: { path: { id } } });

/** Every wording of a month, oldest first. */
export const useGoalLineHistory = (id: string, month: string) =>
  api.useQuery('get', '/goals/{id}/progress/{month}/history', { params: { path: { id, month } } });

interface Written {
  readonly month: string;
  /** Of the wording that was seen; null: there was none. */
  readonly version: number | null;
  readonly text: string;
}

export const useWriteGoalLine = (id: string) =>
  useChange(({ month, version, text }: Written) =>
    answer(
      client.PUT('/goals/{id}/progress/{month}', {
        params: { path: { id, month } },
        headers: seen(version),
        body: { text },
      }),
    ),
  );

/** Which indicators of the sheet show whether the goal is reached. */
export const useLinkGoal = (id: string) =>
  useChange(({ version, indicatorIds }: { readonly version: number | null; readonly indicatorIds: string[] }) =>
    answer(
      client.PUT('/goals/{id}/indicators', {
        params: { path: { id } },
        headers: seen(version),
        body: { indicatorIds },
      }),
    ),
  );
