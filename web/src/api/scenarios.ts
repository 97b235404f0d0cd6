import { useMutation, useQueryClient } from '@tanstack/react-query';
import { answer, api, client, seen } from './client.js';
import type { components } from './schema.js';

export type Scenario = components['schemas']['Scenario'];

export const useScenarios = (sheetId: string) =>
  api.useQuery('get', '/target-sheets/{id}/scenarios', { params: { path: { id: sheetId } } });

export function useSaveScenario(sheetId: string) {
  return useMutation({
    mutationFn: (body: components['schemas']['SaveScenarioDto']) =>
      answer(client.POST('/target-sheets/{id}/scenarios', { params: { path: { id: sheetId } }, body })),
    onSuccess: useScenariosChanged(),
  });
}

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
