import { useTranslation } from 'react-i18next';
import type { Language } from '@domain/domain-error.js';
import { paceText } from '@domain/outlook/explain-outlook.js';
import type { ScoredIndicator } from '../../api/types.js';
import { LightSign } from '../../components/light-sign.js';

interface PaceCellProps {
  readonly scored: ScoredIndicator;
  readonly asOf: string;
}

/** The light, what it stands for in words, and what is already decided. */
export function PaceCell({ scored: { pace, explanation }, asOf }: PaceCellProps) {
  const { t, i18n } = useTranslation();
  const words = paceText(explanation, pace, asOf, i18n.language as Language);
  return (
    <>
      <LightSign light={pace.light} />
      {words !== '' && <div className="muted small">{words}</div>}
      {pace.possibility !== null && pace.possibility !== 'possible' && (
        <div className="muted small">{t(`possibility.${pace.possibility}`)}</div>
      )}
    </>
  );
}
