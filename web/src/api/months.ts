import { api } from './client.js';

/** A department's month: when it is due and closes, and whether it is open, late or closed. */
export const useMonthStanding = (departmentId: string, month: string) =>
  api.useQuery('get', '/departments/{id}/months/{month}', { params: { path: { id: departmentId, month } } });
