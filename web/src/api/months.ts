import { api } from './client.js';

/** A department's month: when it is due and closes, and whether it is open, late or closed. */
export const useMonthStanding = (departmentId: string, month: string) =>
  api.useQuery('get', '/departments/{id}/months/{month}', { params: { path: { id: departmentId, month } } });

/** The twelve months of a department's year. */
export const useYearOfMonths = (departmentId: string, year: number) =>
  api.useQuery('get', '/departments/{id}/months', { params: { path: { id: departmentId }, query: { year } } });
