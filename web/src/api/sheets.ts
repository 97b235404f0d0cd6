import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { ApiError } from './api-error.js';
import { answer, api, client, seen } from './client.js';
import type { components } from './schema.js';
import type { ScoredSheet } from './types.js';

type Schemas = components['schemas'];

export type Revision = Schemas['Revision'];
export type RevisedTarget = Schemas['IndicatorRevision'];
export type ReviseSheet = Schemas['ReviseSheetDto'];
export type RevisionPreview = Schemas['RevisionPreview'];
export type NewCommitment = Schemas['CreateCommitmentDto'];

/** A sheet, in the version that was seen. */
interface Seen {
  readonly id: string;
  readonly version: number | null;
}

const path = (id: string) => ({ params: { path: { id } } });

/** Oldest first, number 0 as it was adopted; none for a sheet that was never revised. */
export const useRevisions = (id: string) => api.useQuery('get', '/target-sheets/{id}/revisions', path(id));

/** What a revision would change; nothing is stored. */
export const usePreviewRevision = (id: string) =>
  useMutation({
    mutationFn: (body: ReviseSheet) =>
      answer(client.POST('/target-sheets/{id}/revisions/preview', { ...path(id), body })),
  });

export const useRevise = () =>
  useChange(({ id, version, ...body }: Seen & ReviseSheet) =>
    answer(client.POST('/target-sheets/{id}/revisions', { ...path(id), headers: seen(version), body })),
  );

export const useUpdateSheet = () =>
  useChange(({ id, version, ...body }: Seen & Schemas['UpdateSheetDto']) =>
    answer(client.PATCH('/target-sheets/{id}', { ...path(id), headers: seen(version), body })),
  );

export const useAssignPolicy = () =>
  useChange(({ id, version, ...body }: Seen & Schemas['AssignPolicyDto']) =>
    answer(client.PUT('/target-sheets/{id}/policy', { ...path(id), headers: seen(version), body })),
  );

/** The score as another policy would have it; nothing is stored. */
export const useScoreUnder = (id: string, asOf: string, policy: string | null) =>
  api.useQuery(
    'get',
    '/target-sheets/{id}/score',
    { params: { path: { id }, query: { asOf, policy: policy ?? '' } } },
    { enabled: policy !== null, select: (score) => score as ScoredSheet },
  );

export const useAddCommitment = (id: string) =>
  useChange((body: NewCommitment) => answer(client.POST('/target-sheets/{id}/commitments', { ...path(id), body })));

const VERSION_OUTDATED = 412;

/** Everything that rests on a sheet may be another then, or is already, where somebody else was first. */
export function useChange<T, R>(change: (input: T) => Promise<R>) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: change,
    onSuccess: () => queries.invalidateQueries(),
    onError: (error) => {
      if (error instanceof ApiError && error.status === VERSION_OUTDATED) void queries.invalidateQueries();
    },
  });
}

const NOT_FOUND = 404;

/** What there is, or null where there is nothing yet, which is no error. */
export const useIfAny = <T>(key: readonly unknown[], read: (signal: AbortSignal) => Promise<T>) =>
  useQuery({
    queryKey: key,
    queryFn: ({ signal }) =>
      read(signal).catch((error: unknown) => {
        if (error instanceof ApiError && error.status === NOT_FOUND) return null;
        throw error;
      }),
  });
