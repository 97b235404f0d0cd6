import { useTranslation } from 'react-i18next';
import type { Override } from '../../../api/indicators.js';
import { decimal } from '../../../components/decimal.js';
import { localTime } from '../../../period/local-time.js';
import { monthName } from '../../../period/month-name.js';

/** What was decided by hand. */
export function Overridden({ override }: { readonly override: Override }) {
  const { t } = useTranslation();
  const { score, fromMonth, reason, decidedByName, updatedAt } = override;
  return (
    <>
      <strong>{t('override.points', { month: monthName(fromMonth), score: decimal(score) })}</strong>
      <div>{reason}</div>
      <div className="muted small">{t('override.by', { name: decidedByName, at: localTime(updatedAt) })}</div>
    </>
  );
}
