import { Button, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Section } from '../../api/organisation.js';

/** More than these are chosen from a list. */
const MOST_BUTTONS = 14;
const BY_NAME = { optionFilterProp: 'label' } as const;

interface SectionChoiceProps {
  readonly sections: readonly Section[];
  readonly isBusy: boolean;
  readonly onChoose: (section: Section) => void;
}

/** A button for each section, or a list to search where there are many. */
export function SectionChoice({ sections, isBusy, onChoose }: SectionChoiceProps) {
  const { t } = useTranslation();
  if (sections.length <= MOST_BUTTONS) {
    return sections.map((section) => (
      <Button
        key={section.id}
        size="small"
        disabled={isBusy}
        onClick={() => {
          onChoose(section);
        }}
      >
        {section.name}
      </Button>
    ));
  }
  return (
    <Select
      size="small"
      showSearch={BY_NAME}
      className="owners-section"
      aria-label={t('owners.choose')}
      placeholder={t('owners.choose')}
      disabled={isBusy}
      value={null}
      options={sections.map(({ id, name }) => ({ value: id, label: name }))}
      onChange={(id: string | null) => {
        const section = sections.find((one) => one.id === id);
        if (section) onChoose(section);
      }}
    />
  );
}
