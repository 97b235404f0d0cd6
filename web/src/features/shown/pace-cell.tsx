import { useTranslation } from 'react-i18next';
import type { Language } from '@domain/domain-error.js';
import { paceText } from '@domain/outlook/explain-outlook.js';
import type { ScoredIndicator } from '../../api/types.js';
import { standingOf } from '@domain/scoring/unjudged.js';
import { StandingSign } from './standing-sign.js';

interface PaceCellProps {
  readonly scored: ScoredIndicator;
  readonly asOf: string;
}

/** The light, what it stands for in words, and what is already decided. */
export function PaceCell({ scored, asOf }: PaceCellProps) {
  const { pace, explanation } = scored;
  const standing = standingOf(scored, asOf);
  const { t, i18n } = useTranslation();
  const words = paceText(explanation, pace, asOf, i18n.language as Language);
  return (
    <>
      <StandingSign standing={standing} light={pace.light} />
      {words !== '' && <div className="muted small pace-words">{words}</div>}
      {standing !== 'not-begun' && pace.possibility !== null && pace.possibility !== 'possible' && (
        <div className="muted small">{t(`possibility.${pace.possibility}`)}</div>
      )}
    </>
  );
}
