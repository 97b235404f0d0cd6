import { useTranslation } from 'react-i18next';

export const SEVERITIES = ['error', 'warning', 'info'] as const;
export const SEVERITY_CLASSES = { error: 'light-red', warning: 'light-amber', info: 'muted' } as const;

type Counts = Readonly<Record<(typeof SEVERITIES)[number], number>>;

/** How many doubts are open, in words as well as in colours. */
export function DoubtCounts({ counts }: { readonly counts: Counts }) {
  const { t } = useTranslation();
  const some = SEVERITIES.filter((severity) => counts[severity] > 0);
  if (some.length === 0) return <span className="light-green">{t('doubts.noDoubts')}</span>;
  return (
    <span className="doubt-counts">
      {some.map((severity) => (
        <span key={severity} className={SEVERITY_CLASSES[severity]}>
          {t(`doubts.severity.${severity}`)} {counts[severity]}
        </span>
      ))}
    </span>
  );
}
