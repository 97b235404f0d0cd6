import { useTranslation } from 'react-i18next';
import type { Language } from '@domain/domain-error.js';
import { addMonths } from '@domain/calendar/month.js';
import { describeEntry } from '../shown/describe-entry.js';
import { asOfMonth } from '../shown/as-of-month.js';
import { differenceTo } from './difference.js';
import { printedTarget } from '../shown/indicator-row.js';
import type { WaitingEntry } from './review-card.js';

/** What is decided on: the figure beside its target, the month before, and what was approved of it before. */
export function ReviewFigures({ indicator: latest, entry }: WaitingEntry) {
  const { t, i18n } = useTranslation();
  const indicator = asOfMonth(latest, entry.month);
  const before = indicator.entries.find(({ month }) => month === addMonths(entry.month, -1));
  const { lastApproved } = entry;
  return (
    <dl className="review-figures">
      <dt>{t('table.target')}</dt>
      <dd>{printedTarget(indicator, i18n.language as Language)}</dd>
      <dt>{t('table.before')}</dt>
      <dd>{before ? describeEntry(before, t) : '—'}</dd>
      <dt>{t('review.now')}</dt>
      <dd>
        <strong>{describeEntry(entry, t)}</strong>
      </dd>
      <dt>{t('review.difference')}</dt>
      <dd>{differenceTo(indicator, before, entry) ?? '—'}</dd>
      {lastApproved && (
        <>
          <dt>{t('review.sinceApproval')}</dt>
          <dd className="changed-since">
            {describeEntry(lastApproved, t)} → {describeEntry(entry, t)}
          </dd>
        </>
      )}
    </dl>
  );
}
