import { useTranslation } from 'react-i18next';
import type { Language } from '@domain/domain-error.js';
import { addMonths } from '@domain/calendar/month.js';
import { describeEntry } from '../shown/describe-entry.js';
import { asOfMonth } from '../shown/as-of-month.js';
import { differenceTo } from './difference.js';
import { enteredRatio } from '../shown/monthly-value.js';
import { printedTarget } from '../shown/indicator-row.js';
import { totalSince } from '../shown/total-since.js';
import type { WaitingEntry } from './waiting-entry.js';

/** What is decided on: the figure beside its target, the month before, and what was approved of it before. */
export function ReviewFigures({ indicator: latest, entry }: WaitingEntry) {
  const { t, i18n } = useTranslation();
  const indicator = asOfMonth(latest, entry.month);
  const before = indicator.entries.find(({ month }) => month === addMonths(entry.month, -1));
  const { lastApproved } = entry;
  const ratio = entry.numerator === null ? null : enteredRatio(indicator, entry);
  const figures: [string, string, string?][] = [
    [t('table.target'), printedTarget(indicator, i18n.language as Language)],
    [(before && totalSince(indicator, before.month, t)) ?? t('table.before'), before ? describeEntry(before, t) : '—'],
    [
      totalSince(indicator, entry.month, t) ?? t('review.now'),
      [describeEntry(entry, t), ratio].filter(Boolean).join(' = '),
      'review-now',
    ],
    [t('review.difference'), differenceTo(indicator, before, entry) ?? '—'],
  ];
  if (lastApproved) {
    const change = `${describeEntry(lastApproved, t)} → ${describeEntry(entry, t)}`;
    figures.push([t('review.sinceApproval'), change, 'changed-since']);
  }
  return (
    <dl className="tiles">
      {figures.map(([name, value, className]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd className={className}>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
