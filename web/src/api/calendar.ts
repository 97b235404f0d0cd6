import { useMutation, useQueryClient } from '@tanstack/react-query';
import { answer, api, client, seen } from './client.js';
import type { components } from './schema.js';

export type YearCalendar = components['schemas']['YearCalendar'];
export type CalendarDay = YearCalendar['items'][number];

/** A year's days that differ from Monday to Friday; `version` null: nobody has entered any. */
export const useCalendar = (year: number) => api.useQuery('get', '/calendar/{year}', { params: { path: { year } } });

export const useSetCalendar = ({ year, version }: YearCalendar) =>
  useCalendarChange((items: readonly CalendarDay[]) =>
    answer(
      client.PUT('/calendar/{year}', {
        params: { path: { year } },
        body: { items: [...items] },
        headers: seen(version),
      }),
    ),
  );

/** Takes an official list in the place of what is there. */
export const useImportCalendar = ({ year, version }: YearCalendar) =>
  useCalendarChange((csv: string) =>
    answer(
      client.POST('/calendar/{year}/import', { params: { path: { year } }, body: { csv }, headers: seen(version) }),
    ),
  );

function useCalendarChange<T, R>(change: (input: T) => Promise<R>) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: change,
    onSettled: () =>
      Promise.all([
        queries.invalidateQueries({ queryKey: ['get', '/calendar/{year}'] }),
        queries.invalidateQueries({ queryKey: ['get', '/first-steps'] }),
      ]),
  });
}
