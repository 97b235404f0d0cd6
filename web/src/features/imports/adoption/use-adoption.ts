import { useState } from 'react';
import type { Month } from '@domain/calendar/month.js';
import { type Adopted, useAdopt, useProposals } from '../../../api/imports.js';
import { useDraft } from '../draft/use-draft.js';
import { sheetsToAdopt, withoutHundred } from './sheets-to-adopt.js';
import { addressesMissing, takenAtFirst, type Taken, takenDtos } from './taken.js';

/** What is adopted, what somebody has said about it, and what is missing before it can be. */
export function useAdoption(onAdopted: (result: Adopted) => void) {
  const { draft, isAdopted } = useDraft();
  const adopt = useAdopt(draft);
  const proposals = useProposals(draft.id);
  const [changed, setTaken] = useState<Taken | null>(null);
  const [waivers, setWaivers] = useState<ReadonlyMap<string, string>>(new Map());
  const [chosenMonth, setMonth] = useState<Month | null>(null);
  const { ready, wrong } = sheetsToAdopt(draft, isAdopted);
  const unequal = withoutHundred(draft, ready);
  // What somebody wrote of the first holds for the others until they write otherwise.
  const reason = (id: string): string => waivers.get(id) ?? waivers.get(unequal[0]?.id ?? '') ?? '';
  const items = proposals.data?.items.filter(({ declinedBy }) => declinedBy === null) ?? [];
  const taken = changed ?? takenAtFirst(items);
  const proposedMonth = proposals.data?.firstMonth ?? null;
  const month = chosenMonth ?? proposedMonth;
  return {
    ...{ ready, wrong, unequal, reason, proposals, items, taken, proposedMonth, month, setTaken, setMonth },
    ...{ error: adopt.error, isSending: adopt.isPending },
    missing: {
      sheets: ready.length === 0,
      reasons: unequal.filter(({ id }) => reason(id).trim() === '').length,
      addresses: addressesMissing(items, taken).length,
    },
    setReason: (id: string, said: string) => {
      setWaivers(new Map(waivers).set(id, said));
    },
    send: () => {
      const body = {
        ...(wrong.length > 0 && { withoutErrors: true }),
        waivers: unequal.map(({ id }) => ({
          sheet: draft.draft.sheets.findIndex((one) => one.id === id),
          reason: reason(id),
        })),
        proposals: takenDtos(items, taken),
        ...(month !== null && { firstMonth: month }),
      };
      adopt.mutate(body, { onSuccess: onAdopted });
    },
  };
}
