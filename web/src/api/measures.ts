import { useMutation } from '@tanstack/react-query';
import { answer, client, seen } from './client.js';
import type { components } from './schema.js';

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
