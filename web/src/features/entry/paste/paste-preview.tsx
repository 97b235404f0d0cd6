import { Checkbox, Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PastedBlock } from '../grid/use-grid-gestures.js';
import { useSaving } from '../saving/use-saving.js';
import { planPaste } from './paste-plan.js';
import { PlannedEntries } from './planned-entries.js';
import './paste.css';

interface PastePreviewProps {
  readonly pasted: PastedBlock;
  readonly onDone: () => void;
}

/** What a block will do before it does it; nothing is filled in until the person says so. */
export function PastePreview({ pasted: { rows, from, block }, onDone }: PastePreviewProps) {
  const { t } = useTranslation();
  const saving = useSaving();
  const [across, setAcross] = useState(false);
  const plan = planPaste(rows, from, block, across);
  const count = plan.filled + plan.invalid;
  const fill = (): void => {
    saving.type(plan.entries.map(({ seen, changes }) => ({ ...seen, changes })));
    onDone();
  };
  const skipped = [...plan.locked].map(([lock, cells]) =>
    t('paste.locked', { count: cells, why: t(`paste.lock.${lock}`) }),
  );
  return (
    <Modal
      open
      width={720}
      title={t('paste.title')}
      okText={t('paste.fill', { count })}
      okButtonProps={{ disabled: count === 0, autoFocus: true }}
      onOk={fill}
      onCancel={onDone}
    >
      <p role="status" className="paste-summary">
        <span className="paste-filled">{t('paste.filled', { count: plan.filled })}</span>
        {plan.invalid > 0 && <span className="entry-wrong">{t('paste.invalid', { count: plan.invalid })}</span>}
        {plan.totals > 0 && <strong>{t('paste.totals', { count: plan.totals })}</strong>}
        {skipped.map((text) => (
          <span key={text}>{text}</span>
        ))}
        {plan.blank > 0 && <span className="muted">{t('paste.blank', { count: plan.blank })}</span>}
        {plan.beyond > 0 && <span className="entry-wrong">{t('paste.beyond', { count: plan.beyond })}</span>}
      </p>
      {(across || plan.elsewhere > 0) && (
        <Checkbox
          checked={across}
          onChange={({ target }) => {
            setAcross(target.checked);
          }}
        >
          {across ? t('paste.across') : t('paste.elsewhere', { count: plan.elsewhere })}
        </Checkbox>
      )}
      <PlannedEntries entries={plan.entries} />
    </Modal>
  );
}
