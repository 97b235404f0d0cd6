import { useTranslation } from 'react-i18next';
import type { Rating } from '@domain/policy.js';

/** 优, 良, 中, 差: the word carries the meaning, the colour helps. */
export function RatingTag({ rating }: { readonly rating: Rating | null }) {
  const { t } = useTranslation();
  if (rating === null) return <span className="muted">—</span>;
  return <span className={`rating rating-${rating}`}>{t(`rating.${rating}`)}</span>;
}
