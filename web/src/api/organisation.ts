import { useMutation, useQueryClient } from '@tanstack/react-query';
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

export const useCreateSection = (departmentId: string) => {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (name: string) =>
      answer(
        client.POST('/departments/{departmentId}/sections', { params: { path: { departmentId } }, body: { name } }),
      ),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['get', '/departments/{departmentId}/sections'] }),
  });
};
