import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import type { OwnedIndicator } from '../../api/owners.js';

interface OwnerProps {
  readonly indicator: OwnedIndicator;
  readonly onTake: (indicator: OwnedIndicator, sectionId: string, section: string) => void;
}

/** Whose an indicator is, or whose it probably is. */
export function Owner({ indicator, onTake }: OwnerProps) {
  const { t } = useTranslation();
  const { name, section, sectionDisabled, suggested } = indicator;
  if (section !== null) {
    return (
      <>
        {section} {sectionDisabled && <span className="light-amber">▲ {t('owners.disabled')}</span>}
      </>
    );
  }
  if (!suggested) return <span className="light-amber">{t('owners.noOwner')}</span>;
  const { sectionId, section: probable, because } = suggested;
  if (sectionId === null) return <span className="muted">{t('owners.notThere', { name: probable })}</span>;
  return (
    <span className="owners-suggested">
      <span className="muted">
        {t('owners.probably', { section: probable, because: t(`owners.because.${because}`) })}
      </span>
      <Button
        size="small"
        aria-label={t('owners.takeOneOf', { name, section: probable })}
        onClick={() => {
          onTake(indicator, sectionId, probable);
        }}
      >
        {t('owners.takeOne')}
      </Button>
    </span>
  );
}
