import { useMutation } from '@tanstack/react-query';
import { useAllPages } from './all-pages.js';
import { answer, api, client, seen } from './client.js';
import type { components } from './schema.js';
import { useChange } from './sheets.js';

export type Measure = components['schemas']['Measure'];
export type MeasureProposal = components['schemas']['MeasureProposal'];

/** Indicators that are one value are entered once from now on: with the measure that some have already, or a new one. */
export const useLinkMeasure = () =>
  useMutation({
    mutationFn: async ({ departmentId, measureId, name, indicators }: MeasureProposal) => {
      const proposed = indicators.map(({ id }) => id);
      if (measureId === null)
        return answer(client.POST('/measures', { body: { departmentId, name, indicatorIds: proposed } }));
      const params = { path: { id: measureId } };
      const { version, indicators: linked } = await answer(client.GET('/measures/{id}', { params }));
      const indicatorIds = [...new Set([...linked.map(({ id }) => id), ...proposed])];
      return answer(
        client.PUT('/measures/{id}/indicators', { params, body: { indicatorIds }, headers: seen(version) }),
      );
    },
  });

/** What is entered once for several indicators; null: that is not so. */
export const useMeasure = (id: string | null) =>
  api.useQuery('get', '/measures/{id}', { params: { path: { id: id ?? '' } } }, { enabled: id !== null });

/** Values of a department that are entered once for several indicators. */
export const useMeasures = (departmentId: string) =>
  useAllPages('/measures', { departmentId }, (page, signal) =>
    answer(client.GET('/measures', { params: { query: { departmentId, ...page } }, signal })),
  );

/** Indicators of a department that read as one value; nothing is linked by itself. */
export const useMeasureProposals = (departmentId: string, enabled: boolean) =>
  api.useQuery('get', '/measures/proposals', { params: { query: { departmentId } } }, { enabled });

/** Its indicators are entered by themselves again. */
export const usePartMeasure = () =>
  useChange(({ id, version }: { readonly id: string; readonly version: number }) =>
    answer(
      client.PUT('/measures/{id}/indicators', {
        params: { path: { id } },
        body: { indicatorIds: [] },
        headers: seen(version),
      }),
    ),
  );
