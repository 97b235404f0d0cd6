import { Input, Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { monthName } from '../../period/month-name.js';
import { describeEntry } from '../shown/describe-entry.js';
import { totalSince } from '../shown/total-since.js';
import type { Decision } from './use-decisions.js';
import type { WaitingEntry } from './waiting-entry.js';
import './many.css';

interface ManyDialogProps {
  readonly move: Decision['move'];
  readonly entries: readonly WaitingEntry[];
  readonly onCancel: () => void;
  readonly onDecide: (how: Decision) => void;
}

/** What is decided on together, line by line; nothing comes back without a reason. */
export default function ManyDialog({ move, entries, onCancel, onDecide }: ManyDialogProps) {
  const { t } = useTranslation();
  const [reason, setReason] = useState('');
  const count = entries.length;
  const deviating = entries.filter(({ entry }) => entry.deviationReason).length;
  const isReturning = move === 'return';
  return (
    <Modal
      open
      title={t(`review.${move}Many`, { count })}
      okText={t(`review.${move}Many`, { count })}
      okButtonProps={{ danger: isReturning, disabled: isReturning && reason.trim() === '' }}
      onCancel={onCancel}
      onOk={() => {
        onDecide(isReturning ? { move, reason } : { move: 'approve' });
      }}
    >
      {deviating > 0 && <p className="light-amber">▲ {t('review.deviating', { count: deviating })}</p>}
      <ul className="review-many" tabIndex={0} aria-label={t('review.together')}>
        {entries.map(({ indicator, entry }) => (
          <li key={entry.id}>
            <span>
              {indicator.name}{' '}
              <span className="muted">
                {[monthName(entry.month), totalSince(indicator, entry.month, t), indicator.sheet.project]
                  .filter(Boolean)
                  .join(' · ')}
              </span>
              {entry.deviationReason && <div className="muted small">▲ {entry.deviationReason}</div>}
              {entry.confirmed.length > 0 && <div className="muted small">? {t('confirmed.short')}</div>}
            </span>
            <strong className="number">{describeEntry(entry, t)}</strong>
          </li>
        ))}
      </ul>
      {isReturning && (
        <Input.TextArea
          autoFocus
          rows={2}
          maxLength={1000}
          aria-label={t('review.reasonMany')}
          placeholder={t('review.reasonMany')}
          value={reason}
          onChange={({ target }) => {
            setReason(target.value);
          }}
        />
      )}
    </Modal>
  );
}
