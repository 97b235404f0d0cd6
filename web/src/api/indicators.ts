import { answer, client, seen } from './client.js';
import type { components } from './schema.js';
import { useChange, useIfAny } from './sheets.js';

type Schemas = components['schemas'];

export type Indicator = Schemas['IndicatorInSheet'];
export type Milestone = Schemas['MilestoneDto'];
export type Override = Schemas['NamedOverride'];

interface Seen {
  readonly version: number | null;
}

export const useUpdateIndicator = (id: string) =>
  useChange(({ version, ...body }: Seen & Schemas['UpdateIndicatorDto']) =>
    answer(client.PATCH('/indicators/{id}', { params: { path: { id } }, headers: seen(version), body })),
  );

/** Replaces the plan by months; `version` is the indicator's. */
export const usePlanIndicator = (id: string) =>
  useChange(({ version, milestones }: Seen & { readonly milestones: Milestone[] }) =>
    answer(
      client.PUT('/indicators/{id}/milestones', {
        params: { path: { id } },
        headers: seen(version),
        body: { milestones },
      }),
    ),
  );

const OVERRIDE = '/indicators/{id}/score-override';

/** The points that a reviewer gave; null: the formula's count. */
export const useOverride = (id: string) =>
  useIfAny(['get', OVERRIDE, id], (signal) => answer(client.GET(OVERRIDE, { params: { path: { id } }, signal })));

export const useSaveOverride = (id: string) =>
  useChange(({ version, ...body }: Seen & Schemas['SaveOverrideDto']) =>
    answer(client.PUT(OVERRIDE, { params: { path: { id } }, headers: seen(version), body })),
  );

export const useWithdrawOverride = (id: string) =>
  useChange(({ version }: Seen) =>
    answer(client.DELETE(OVERRIDE, { params: { path: { id } }, headers: seen(version) })),
  );
