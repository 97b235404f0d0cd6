import { Alert, type InputRef, Modal } from 'antd';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Adopted } from '../../../api/imports.js';
import { Loaded } from '../../../components/loaded.js';
import { AdoptionResult } from './adoption-result.js';
import { AdoptionState } from './adoption-state.js';
import { FirstMonth } from './first-month.js';
import { Missing } from './missing.js';
import { Proposals } from './proposals.js';
import { useAdoption } from './use-adoption.js';
import { Waivers } from './waivers.js';

/** From draft to targets: what is adopted, what stays back and why, and what is taken from the document beside it. */
export function Adoption({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation();
  const [result, setResult] = useState<Adopted | null>(null);
  const adoption = useAdoption(setResult);
  const { ready, missing, proposals, items, taken, proposedMonth, month } = adoption;
  const firstReason = useRef<InputRef>(null);
  const fields = useRef<HTMLDivElement>(null);
  const toMissing = () => fields.current?.querySelector<HTMLElement>('[aria-invalid=true]')?.focus();
  if (result) return <AdoptionResult result={result} onClose={onClose} />;
  return (
    <Modal
      open
      width={760}
      title={t('imports.adopt')}
      okText={t('imports.adoptSheets', { count: ready.length })}
      okButtonProps={{ disabled: missing.sheets || proposals.isPending }}
      confirmLoading={adoption.isSending}
      footer={(buttons) => (
        <div className="adoption-foot">
          <Missing {...missing} onLead={toMissing} />
          {buttons}
        </div>
      )}
      afterOpenChange={() => {
        firstReason.current?.focus();
      }}
      onCancel={onClose}
      onOk={missing.reasons + missing.addresses > 0 ? toMissing : adoption.send}
    >
      <div ref={fields}>
        {adoption.error && <Alert type="error" showIcon className="imports-note" title={adoption.error.message} />}
        <AdoptionState ready={ready} wrong={adoption.wrong} />
        {proposedMonth !== null && month !== null && (
          <FirstMonth proposed={proposedMonth} month={month} onMonth={adoption.setMonth} />
        )}
        <Waivers sheets={adoption.unequal} reason={adoption.reason} first={firstReason} onReason={adoption.setReason} />
        <Loaded queries={{ proposals }}>
          {() => <Proposals items={items} taken={taken} onChange={adoption.setTaken} />}
        </Loaded>
      </div>
    </Modal>
  );
}
