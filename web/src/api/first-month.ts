import { useMutation, useQueryClient } from '@tanstack/react-query';
import { answer, api, client, seen } from './client.js';

const PLACE = '/target-sheets/{id}/first-month';

/** What another first month of a sheet would do. */
export const useFirstMonthChange = (id: string, to: string | null) =>
  api.useQuery('get', PLACE, { params: { path: { id }, query: { to: to ?? '' } } }, { enabled: to !== null });

/** Everything that rests on the year is another then. */
export function useChangeFirstMonth({ id, version }: { readonly id: string; readonly version: number }) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: { readonly firstMonth: string; readonly reason: string }) =>
      answer(client.PUT(PLACE, { params: { path: { id } }, headers: seen(version), body })),
    onSuccess: () => queries.invalidateQueries(),
  });
}
