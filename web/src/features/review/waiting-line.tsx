import { Checkbox, Tag } from 'antd';
import { useTranslation } from 'react-i18next';
import { monthName } from '../../period/month-name.js';
import { describeEntry } from '../shown/describe-entry.js';
import { totalSince } from '../shown/total-since.js';
import type { WaitingEntry } from './waiting-entry.js';

interface WaitingLineProps extends WaitingEntry {
  /** Taken part in by the one who looks at it: somebody else has to decide. */
  readonly isOwn: boolean;
  readonly isChosen: boolean;
  readonly isOpen: boolean;
  readonly onChoose: (isChosen: boolean) => void;
  readonly onOpen: () => void;
}

/** An entry in the list: what it says, and of what. */
export function WaitingLine({ indicator, entry, isOwn, isChosen, isOpen, onChoose, onOpen }: WaitingLineProps) {
  const { t } = useTranslation();
  const { deviationReason, lastApproved } = entry;
  return (
    <div className="review-line">
      <Checkbox
        aria-label={t('review.choose', { name: indicator.name })}
        checked={isChosen}
        disabled={isOwn}
        onChange={({ target }) => {
          onChoose(target.checked);
        }}
      />
      <button type="button" aria-current={isOpen} onClick={onOpen}>
        <span className="review-name">{indicator.name}</span>
        <strong className="number">{describeEntry(entry, t)}</strong>
        <span className="muted small">
          {[
            monthName(entry.month),
            totalSince(indicator, entry.month, t),
            indicator.section?.name,
            indicator.sheet.project,
          ]
            .filter(Boolean)
            .join(' · ')}
        </span>
        <span className="small">
          {lastApproved && <span className="light-amber">↺ {t('review.reopened')} </span>}
          {deviationReason && <span className="light-amber">▲ {t('review.deviates')} </span>}
          {entry.confirmed.length > 0 && <span className="light-amber">? {t('confirmed.short')} </span>}
          {isOwn && <Tag>{t('review.ownShort')}</Tag>}
        </span>
      </button>
    </div>
  );
}
