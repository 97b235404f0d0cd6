import { useMutation, useQueryClient } from '@tanstack/react-query';
import { answer, api, client } from './client.js';

const MAILS = '/session/mails';

/** For which duties mails come, where to, what is optional, and what became of the last ten. */
export const useOwnMails = () => api.useQuery('get', MAILS);

/** Whether I do without what is optional. */
export function useOptOut() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (optedOut: boolean) => answer(client.PUT(MAILS, { body: { optedOut } })),
    onSettled: () => queries.invalidateQueries({ queryKey: ['get', MAILS] }),
  });
}
