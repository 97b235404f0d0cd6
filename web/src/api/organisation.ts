import { useQuery } from '@tanstack/react-query';
import { getJson } from './client.js';
import type { Page } from './types.js';

interface Named {
  readonly id: string;
  readonly name: string;
}

export const useDepartments = () =>
  useQuery({
    queryKey: ['departments'],
    queryFn: ({ signal }) => getJson<Page<Named>>('/departments?limit=500', signal),
  });

/** Of no department there are none. */
export const useSections = (departmentId: string | null) =>
  useQuery({
    queryKey: ['sections', departmentId],
    queryFn: ({ signal }) => getJson<Page<Named>>(`/departments/${departmentId ?? ''}/sections`, signal),
    enabled: departmentId !== null,
  });
