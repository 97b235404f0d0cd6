import { useTranslation } from 'react-i18next';
import type { Pace } from '../../../../src/domain/outlook/pace.js';
import { decimal } from '../../components/decimal.js';
import { LightSign } from '../../components/light-sign.js';

/** The light, and the two numbers that it stands for. */
export function PaceCell({ pace }: { readonly pace: Pace }) {
  const { t } = useTranslation();
  return (
    <>
      <LightSign light={pace.light} />
      {pace.pace !== null && pace.targetToDate !== null && (
        <div style={{ color: 'var(--muted)', fontSize: 12 }}>
          {t('table.pace', { pace: decimal(pace.pace, 4), target: decimal(pace.targetToDate, 2) })}
        </div>
      )}
      {pace.possibility !== null && pace.possibility !== 'possible' && (
        <div style={{ color: 'var(--muted)', fontSize: 12 }}>{t(`possibility.${pace.possibility}`)}</div>
      )}
    </>
  );
}
