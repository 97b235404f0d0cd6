import { useAllPages } from './all-pages.js';
import { answer, api, client } from './client.js';

export const useDepartments = () =>
  useAllPages('/departments', {}, (query, signal) => answer(client.GET('/departments', { params: { query }, signal })));

/** Of no department there are none. */
export const useSections = (departmentId: string | null) =>
  api.useQuery(
    'get',
    '/departments/{departmentId}/sections',
    { params: { path: { departmentId: departmentId ?? '' } } },
    { enabled: departmentId !== null },
  );
