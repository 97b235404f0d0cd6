import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useAllPages } from './all-pages.js';
import { ApiError } from './api-error.js';
import { answer, api, client, seen } from './client.js';
import type { components } from './schema.js';

type Schemas = components['schemas'];

export type DepartmentOverview = Schemas['DepartmentOverview'];
export type Section = Schemas['Section'];
export type Contact = Schemas['Contact'];
export type NewContact = Schemas['CreateContactDto'];

export const useDepartments = () =>
  useAllPages('/departments', {}, (query, signal) => answer(client.GET('/departments', { params: { query }, signal })));

/** Departments with whom they lack, by name, page by page. */
export const useOrganisation = (filter: { readonly search: string | undefined; readonly lacking: boolean }) =>
  useInfiniteQuery({
    queryKey: ['get', '/organisation', filter],
    queryFn: ({ pageParam, signal }) =>
      answer(client.GET('/organisation', { params: { query: { ...filter, limit: 50, cursor: pageParam } }, signal })),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ nextCursor }) => nextCursor ?? undefined,
    placeholderData: (before) => before,
  });

/** Of no department there are none. */
export const useSections = (departmentId: string | null) =>
  api.useQuery(
    'get',
    '/departments/{departmentId}/sections',
    { params: { path: { departmentId: departmentId ?? '' } } },
    { enabled: departmentId !== null },
  );

export const useDepartment = (id: string) => api.useQuery('get', '/departments/{id}', { params: { path: { id } } });

export const useContactsOf = (departmentId: string) =>
  useAllPages('/contacts', { departmentId }, (page, signal) =>
    answer(client.GET('/contacts', { params: { query: { departmentId, ...page } }, signal })),
  );

/** Whom a contact can be: people with an account. */
export const useColleagues = () =>
  useAllPages('/colleagues', {}, (query, signal) => answer(client.GET('/colleagues', { params: { query }, signal })));

export type Robot = components['schemas']['ChatRobotDto'];

/** The chat robot through which a contact is reached instead of by mail; null: none, which is no error. */
export const useRobot = (id: string) =>
  useQuery({
    queryKey: ['robot', id],
    queryFn: () =>
      answer(client.GET('/contacts/{id}/robot', { params: { path: { id } } })).catch((error: unknown) => {
        if (error instanceof ApiError && error.status === 404) return null;
        throw error;
      }),
  });

/** From now on the contact is reached through that robot; null: by mail again. */
export function useSetRobot(id: string) {
  const queries = useQueryClient();
  const where = { params: { path: { id } } };
  return useMutation({
    mutationFn: async (robot: Robot | null) => {
      if (robot === null) await answer(client.DELETE('/contacts/{id}/robot', where));
      else await answer(client.PUT('/contacts/{id}/robot', { ...where, body: robot }));
    },
    onSettled: () => queries.invalidateQueries({ queryKey: ['robot', id] }),
  });
}

/** With an id it is changed from the version that was seen, without one it is made. */
interface Kept {
  readonly id?: string;
  readonly version?: number;
}

export const useSaveDepartment = () =>
  useOrganisationChange(({ id, version = 1, ...body }: Kept & { name: string; parentId: string | null }) =>
    id === undefined
      ? answer(client.POST('/departments', { body }))
      : answer(client.PATCH('/departments/{id}', { params: { path: { id } }, body, headers: seen(version) })),
  );

export const useDisableDepartment = () =>
  useOrganisationChange(({ id, version, disabled }: { id: string; version: number; disabled: boolean }) =>
    answer(client.PATCH('/departments/{id}', { params: { path: { id } }, body: { disabled }, headers: seen(version) })),
  );

export const useCreateSection = (departmentId: string) =>
  useOrganisationChange((name: string) =>
    answer(client.POST('/departments/{departmentId}/sections', { params: { path: { departmentId } }, body: { name } })),
  );

export const useChangeSection = () =>
  useOrganisationChange(
    ({ section: { id, departmentId, version }, ...body }: { section: Section; name?: string; disabled?: boolean }) =>
      answer(
        client.PATCH('/departments/{departmentId}/sections/{id}', {
          params: { path: { departmentId, id } },
          body,
          headers: seen(version),
        }),
      ),
  );

export const useSaveContact = () =>
  useOrganisationChange(({ id, version = 1, ...body }: Kept & NewContact) => {
    if (id === undefined) return answer(client.POST('/contacts', { body }));
    const { departmentId: _, ...changes } = body;
    return answer(client.PATCH('/contacts/{id}', { params: { path: { id } }, body: changes, headers: seen(version) }));
  });

export const useDisableContact = () =>
  useOrganisationChange(({ id, version, active }: Contact) =>
    answer(
      client.PATCH('/contacts/{id}', { params: { path: { id } }, body: { active: !active }, headers: seen(version) }),
    ),
  );

/** Gone for good, from the version that was seen; what hangs on it is the service's to refuse. */
export const useDeleteDepartment = () =>
  useOrganisationChange(({ id, version }: { id: string; version: number }) =>
    answer(client.DELETE('/departments/{id}', { params: { path: { id } }, headers: seen(version) })),
  );

export const useDeleteSection = () =>
  useOrganisationChange(({ id, departmentId, version }: Section) =>
    answer(
      client.DELETE('/departments/{departmentId}/sections/{id}', {
        params: { path: { departmentId, id } },
        headers: seen(version),
      }),
    ),
  );

export const useDeleteContact = () =>
  useOrganisationChange(({ id, version }: Contact) =>
    answer(client.DELETE('/contacts/{id}', { params: { path: { id } }, headers: seen(version) })),
  );

export type Alias = Schemas['DepartmentAlias'];

/** Other names by which documents find a department. */
export const useAliases = (departmentId: string) =>
  useAllPages('/department-aliases', { departmentId }, (page, signal) =>
    answer(client.GET('/department-aliases', { params: { query: { departmentId, ...page } }, signal })),
  );

export const useDeleteAlias = () =>
  useOrganisationChange(({ id, version }: Alias) =>
    answer(client.DELETE('/department-aliases/{id}', { params: { path: { id } }, headers: seen(version) })),
  );

/** The address was refused and has been mended elsewhere, such as a full mailbox: it gets mail again. */
export const useMailAgain = () =>
  useOrganisationChange((id: string) => answer(client.DELETE('/contacts/{id}/refusal', { params: { path: { id } } })));

const CHANGED = [
  '/organisation',
  '/departments',
  '/departments/{id}',
  '/departments/{departmentId}/sections',
  '/contacts',
  '/department-aliases',
];

/** After a refusal too: what is shown may be older than what is there. */
function useOrganisationChange<T, R>(change: (input: T) => Promise<R>) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: change,
    onSettled: () =>
      queries.invalidateQueries({
        predicate: ({ queryKey: [first, path] }) => first === 'contact-problems' || CHANGED.includes(String(path)),
      }),
  });
}
