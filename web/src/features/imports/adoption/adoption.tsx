import { Alert, type InputRef, Modal } from 'antd';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Month } from '@domain/calendar/month.js';
import { type Adopted, useAdopt, useProposals } from '../../../api/imports.js';
import { Loaded } from '../../../components/loaded.js';
import { useDraft } from '../draft/use-draft.js';
import { AdoptionResult } from './adoption-result.js';
import { FirstMonth } from './first-month.js';
import { AdoptionState } from './adoption-state.js';
import { Proposals } from './proposals.js';
import { addressesFit, takenAtFirst, type Taken, takenDtos } from './taken.js';
import { sheetsToAdopt, withoutHundred } from './sheets-to-adopt.js';
import { Waivers } from './waivers.js';

/** From draft to targets: what is adopted, what stays back and why, and what is taken from the document beside it. */
export function Adoption({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation();
  const { draft, isAdopted } = useDraft();
  const adopt = useAdopt(draft);
  const proposals = useProposals(draft.id);
  const [changed, setChanged] = useState<Taken | null>(null);
  const [waivers, setWaivers] = useState<ReadonlyMap<string, string>>(new Map());
  const firstReason = useRef<InputRef>(null);
  const [chosenMonth, setMonth] = useState<Month | null>(null);
  const [result, setResult] = useState<Adopted | null>(null);
  const { ready, wrong } = sheetsToAdopt(draft, isAdopted);
  const unequal = withoutHundred(draft, ready);
  // What somebody wrote of the first holds for the others until they write otherwise.
  const reason = (id: string): string => waivers.get(id) ?? waivers.get(unequal[0]?.id ?? '') ?? '';
  const lacksReason = unequal.some(({ id }) => reason(id).trim() === '');
  const items = proposals.data?.items.filter(({ declinedBy }) => declinedBy === null) ?? [];
  const taken = changed ?? takenAtFirst(items);
  const proposedMonth = proposals.data?.firstMonth ?? null;
  const month = chosenMonth ?? proposedMonth;
  if (result) return <AdoptionResult result={result} onClose={onClose} />;
  return (
    <Modal
      open
      width={760}
      title={t('imports.adopt')}
      okText={t('imports.adoptSheets', { count: ready.length })}
      okButtonProps={{ disabled: ready.length === 0 || lacksReason || proposals.isPending || !addressesFit(taken) }}
      confirmLoading={adopt.isPending}
      afterOpenChange={() => {
        firstReason.current?.focus();
      }}
      onCancel={onClose}
      onOk={() => {
        const body = {
          ...(wrong.length > 0 && { withoutErrors: true }),
          waivers: unequal.map(({ id }) => ({
            sheet: draft.draft.sheets.findIndex((one) => one.id === id),
            reason: reason(id),
          })),
          proposals: takenDtos(items, taken),
          ...(month !== null && { firstMonth: month }),
        };
        adopt.mutate(body, { onSuccess: setResult });
      }}
    >
      {adopt.error && <Alert type="error" showIcon className="imports-note" title={adopt.error.message} />}
      <AdoptionState ready={ready} wrong={wrong} />
      {proposedMonth !== null && month !== null && (
        <FirstMonth proposed={proposedMonth} month={month} onMonth={setMonth} />
      )}
      <Waivers
        sheets={unequal}
        reason={reason}
        first={firstReason}
        onReason={(id, said) => {
          setWaivers(new Map(waivers).set(id, said));
        }}
      />
      <Loaded queries={{ proposals }}>{() => <Proposals items={items} taken={taken} onChange={setChanged} />}</Loaded>
    </Modal>
  );
}
