import { useTranslation } from 'react-i18next';
import type { Language } from '@domain/domain-error.js';
import { STANDING_NAMES } from '@domain/names.js';
import type { Light } from '@domain/outlook/light.js';
import type { Standing } from '@domain/scoring/unjudged.js';
import { STANDING_SHAPES } from '../../components/light-shapes.js';
import { LightSign } from '../../components/light-sign.js';

/** The light of what is judged; of anything else why it is not, by a sign and a word of its own. */
export function StandingSign({ standing, light }: { readonly standing: Standing; readonly light: Light }) {
  const { i18n } = useTranslation();
  if (standing === 'judged') return <LightSign light={light} />;
  return (
    <span className="muted one-line">
      <span aria-hidden>{STANDING_SHAPES[standing]}</span> {STANDING_NAMES[standing][i18n.language as Language]}
    </span>
  );
}
