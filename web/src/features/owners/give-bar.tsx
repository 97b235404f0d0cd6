import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useSections } from '../../api/organisation.js';
import type { OwnedIndicator } from '../../api/owners.js';
import { NewSection } from './new-section.js';
import { SectionChoice } from './section-choice.js';

interface GiveBarProps {
  readonly chosen: readonly OwnedIndicator[];
  /** How often a range has been ticked. */
  readonly ranges: number;
  readonly isBusy: boolean;
  /** null: nobody's any more. */
  readonly onGive: (section: { readonly id: string; readonly name: string } | null) => void;
}

/** Whom the ticked indicators are given to: one click on the section. */
export function GiveBar({ chosen, ranges, isBusy, onGive }: GiveBarProps) {
  const { t } = useTranslation();
  const [departmentId = null, ...others] = new Set(chosen.map((one) => one.departmentId));
  const sections = (useSections(departmentId).data?.items ?? []).filter(({ disabled }) => !disabled);
  if (departmentId === null) return <p className="owners-bar muted">{t('owners.chooseHint')}</p>;
  const count = chosen.length;
  if (others.length > 0) return <p className="owners-bar">{t('owners.severalDepartments', { count })}</p>;
  const words = t('owners.chosen', { count });
  return (
    <div className="owners-bar" role="toolbar" aria-label={words}>
      <strong>{words}</strong>
      <SectionChoice sections={sections} isBusy={isBusy} onChoose={onGive} />
      <NewSection
        key={chosen[0]?.id}
        departmentId={departmentId}
        sections={sections}
        printed={chosen[0]?.sectionPrinted ?? ''}
        ranges={ranges}
        onChosen={onGive}
      />
      {chosen.some(({ sectionId }) => sectionId !== null) && (
        <Button
          size="small"
          disabled={isBusy}
          onClick={() => {
            onGive(null);
          }}
        >
          {t('owners.release')}
        </Button>
      )}
    </div>
  );
}
