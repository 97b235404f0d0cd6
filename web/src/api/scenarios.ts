import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { answer, api, client, seen } from './client.js';
import type { components } from './schema.js';

export type Scenario = components['schemas']['NamedScenario'];
type SaveScenario = components['schemas']['SaveScenarioDto'];

export const useScenarios = (sheetId: string) =>
  api.useQuery('get', '/target-sheets/{id}/scenarios', { params: { path: { id: sheetId } } });

export function useSaveScenario(sheetId: string) {
  return useMutation({
    mutationFn: (body: SaveScenario) =>
      answer(client.POST('/target-sheets/{id}/scenarios', { params: { path: { id: sheetId } }, body })),
    onSuccess: useScenariosChanged(),
  });
}

/** The same scenario with other assumptions. */
export function useChangeScenario(sheetId: string) {
  return useMutation({
    mutationFn: ({ id, version, ...body }: SaveScenario & Pick<Scenario, 'id' | 'version'>) =>
      answer(
        client.PUT('/target-sheets/{id}/scenarios/{scenarioId}', {
          params: { path: { id: sheetId, scenarioId: id } },
          headers: seen(version),
          body,
        }),
      ),
    // What somebody else saved or deleted meanwhile is shown beside the refusal.
    onSettled: useScenariosChanged(),
  });
}

/** The score that the service gives a scenario, as the sheet stands now. */
export const useScenarioScore = (sheetId: string, { id, version, asOf, policy, entries }: Scenario) =>
  useQuery({
    queryKey: ['scenario-score', sheetId, id, version],
    queryFn: ({ signal }) =>
      answer(
        client.POST('/target-sheets/{id}/score/what-if', {
          params: { path: { id: sheetId } },
          body: { entries, ...(asOf !== null && { asOf }), ...(policy !== null && { policy }) },
          signal,
        }),
      ),
  });

export function useDeleteScenario(sheetId: string) {
  return useMutation({
    mutationFn: ({ id: scenarioId, version }: Scenario) =>
      answer(
        client.DELETE('/target-sheets/{id}/scenarios/{scenarioId}', {
          params: { path: { id: sheetId, scenarioId } },
          headers: seen(version),
        }),
      ),
    onSuccess: useScenariosChanged(),
  });
}

function useScenariosChanged() {
  const queries = useQueryClient();
  return () => queries.invalidateQueries({ queryKey: ['get', '/target-sheets/{id}/scenarios'] });
}
