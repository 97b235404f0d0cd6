import { api } from './client.js';

const MANY = { params: { query: { limit: 500 } } };

export const useDepartments = () => api.useQuery('get', '/departments', MANY);

/** Of no department there are none. */
export const useSections = (departmentId: string | null) =>
  api.useQuery(
    'get',
    '/departments/{departmentId}/sections',
    { params: { path: { departmentId: departmentId ?? '' } } },
    { enabled: departmentId !== null },
  );
