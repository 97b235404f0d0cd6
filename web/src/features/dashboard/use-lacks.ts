import { useTranslation } from 'react-i18next';

interface Lacking {
  /** Entries that do not count yet, and those of them that wait for their review. */
  readonly missing: number;
  readonly waiting: number;
}

/** Why something is not judged yet: what nobody has handed in, and what nobody has decided on, are two things. */
export function useLacks(): (lacking: Lacking) => string {
  const { t } = useTranslation();
  return ({ missing, waiting }) =>
    [
      missing > waiting && t('dashboard.lacks', { count: missing - waiting }),
      waiting > 0 && t('dashboard.waits', { count: waiting }),
    ]
      .filter((text) => text !== false)
      .join(t('dashboard.comma')) + t('dashboard.notYet');
}
