import { useTranslation } from 'react-i18next';
import type { Light } from '@domain/outlook/light.js';
import { LIGHT_SHAPES } from './light-shapes.js';

/** Shape and word say the same as the colour. */
export function LightSign({ light }: { readonly light: Light }) {
  const { t } = useTranslation();
  return (
    <span className={`light-${light}`} style={{ whiteSpace: 'nowrap' }}>
      <span aria-hidden style={{ fontSize: 18, lineHeight: 1 }}>
        {LIGHT_SHAPES[light]}
      </span>{' '}
      {t(`light.${light}`)}
    </span>
  );
}
