import { useMutation, useQueryClient } from '@tanstack/react-query';
import { answer, api, client } from './client.js';
import type { components } from './schema.js';

export type EvidenceFile = components['schemas']['EvidenceFile'];
export type AddedEvidence = components['schemas']['AddedEvidence'];
export type EvidenceKind = EvidenceFile['kind'];

/** The month of an indicator that files belong to. */
export interface EvidencePlace {
  readonly indicatorId: string;
  readonly month: string;
}

export const useEvidence = ({ indicatorId: id, month }: EvidencePlace) =>
  api.useQuery('get', '/indicators/{id}/progress/{month}/evidence', { params: { path: { id, month } } });

export const evidenceDownload = (id: string): string => `/api/v1/evidence/${id}/file`;

/** Where a file is posted to, as `multipart/form-data`; no `kind`: what the indicator demands. */
export function evidenceUpload({ indicatorId, month }: EvidencePlace, kind: EvidenceKind | undefined): string {
  const query = kind === undefined ? '' : `?kind=${kind}`;
  return `/api/v1/indicators/${indicatorId}/progress/${month}/evidence${query}`;
}

/** A file that is evidence elsewhere becomes evidence here too. */
export function useReuseEvidence({ indicatorId: id, month }: EvidencePlace) {
  return useMutation({
    mutationFn: ({ evidenceId, kind }: { evidenceId: string; kind: EvidenceKind | undefined }) =>
      answer(
        client.POST('/indicators/{id}/progress/{month}/evidence/reused', {
          params: { path: { id, month }, query: { kind } },
          body: { evidenceId },
        }),
      ),
    onSuccess: useEvidenceChanged(),
  });
}

export const useDetachEvidence = () =>
  useMutation({
    mutationFn: (id: string) => answer(client.DELETE('/evidence/{id}', { params: { path: { id } } })),
    onSuccess: useEvidenceChanged(),
  });

export function useEvidenceChanged() {
  const queries = useQueryClient();
  return async () => {
    // Evidence may have been all that an entry lacked.
    void queries.invalidateQueries({ queryKey: ['tried-submission'] });
    await queries.invalidateQueries({ queryKey: ['get', '/indicators/{id}/progress/{month}/evidence'] });
  };
}
